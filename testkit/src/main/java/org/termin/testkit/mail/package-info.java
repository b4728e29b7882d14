/** A mail server that keeps what it gets, and misbehaves on request. */
@NullMarked
package org.termin.testkit.mail;

import org.jspecify.annotations.NullMarked;
