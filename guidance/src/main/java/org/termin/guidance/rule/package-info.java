/**
 * The rules of a country as data: routes, windows, edges between documents, each with its source.
 */
@NullMarked
package org.termin.guidance.rule;

import org.jspecify.annotations.NullMarked;
