/**
 * Pages for residents that work without JavaScript, from the first question to erasing everything.
 */
@NullMarked
package org.termin.tracker.web;

import org.jspecify.annotations.NullMarked;
