/** Mail through the operator's relay, with headers that machines and people can act on. */
@NullMarked
package org.termin.notifier.channel.email;

import org.jspecify.annotations.NullMarked;
