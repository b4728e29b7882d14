/**
 * What is released of waves, put into tables, pictures, files and a brief for an authority; it
 * knows figures and rules, and nobody.
 */
@NullMarked
package org.termin.tracker.wave;

import org.jspecify.annotations.NullMarked;
