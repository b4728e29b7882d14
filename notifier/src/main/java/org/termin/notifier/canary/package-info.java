/**
 * Sends the operator one message a day on each channel, through everything a reminder goes through.
 */
@NullMarked
package org.termin.notifier.canary;

import org.jspecify.annotations.NullMarked;
