/**
 * Invents households, lives through a year and a half with them, and reports what they were told.
 */
@NullMarked
package org.termin.standalone.demo;

import org.jspecify.annotations.NullMarked;
