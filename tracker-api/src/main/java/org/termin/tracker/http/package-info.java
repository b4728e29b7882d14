/**
 * The REST interface under /api/v1: reads what callers send, names what is wrong with it, and keeps
 * the limits.
 */
@NullMarked
package org.termin.tracker.http;

import org.jspecify.annotations.NullMarked;
