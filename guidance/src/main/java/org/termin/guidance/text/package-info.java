/** Every word a person gets from us: texts, mails, code words, and how long a text message is. */
@NullMarked
package org.termin.guidance.text;

import org.jspecify.annotations.NullMarked;
