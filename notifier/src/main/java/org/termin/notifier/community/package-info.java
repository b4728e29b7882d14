/**
 * What whoever is at the machine does with communities and organisers: makes and closes the ones,
 * gives out links to the others.
 */
@NullMarked
package org.termin.notifier.community;

import org.jspecify.annotations.NullMarked;
