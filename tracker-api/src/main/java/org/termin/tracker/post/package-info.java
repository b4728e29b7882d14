/**
 * Seals what a person enters, puts it in the inbox the door cannot read, and waits for the answer.
 */
@NullMarked
package org.termin.tracker.post;

import org.jspecify.annotations.NullMarked;
