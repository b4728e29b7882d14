/** Ways out of the house: one port, one request per attempt, one honest outcome. */
@NullMarked
package org.termin.notifier.channel;

import org.jspecify.annotations.NullMarked;
