/** A fake SMS provider that answers like Twilio, and misbehaves on request. */
@NullMarked
package org.termin.testkit.sms;

import org.jspecify.annotations.NullMarked;
