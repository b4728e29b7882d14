/**
 * The last gate before a message leaves: one table of named rules, each of which can only wait or
 * end.
 */
@NullMarked
package org.termin.notifier.policy;

import org.jspecify.annotations.NullMarked;
