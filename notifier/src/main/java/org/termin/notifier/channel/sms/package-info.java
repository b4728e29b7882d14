/** Text messages through Twilio, over a transport that never asks twice. */
@NullMarked
package org.termin.notifier.channel.sms;

import org.jspecify.annotations.NullMarked;
