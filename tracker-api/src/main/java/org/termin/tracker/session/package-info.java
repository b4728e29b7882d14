/**
 * Turns a receipt code into a short-lived sealed cookie or a header's keys; nothing of it is
 * stored.
 */
@NullMarked
package org.termin.tracker.session;

import org.jspecify.annotations.NullMarked;
