/**
 * Pages for everybody: how it works, what is known about a country, who helps, and whether we are
 * on time. They ask nothing and know nobody.
 */
@NullMarked
package org.termin.tracker.open;

import org.jspecify.annotations.NullMarked;
