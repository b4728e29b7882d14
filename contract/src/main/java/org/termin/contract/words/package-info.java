/** The vocabulary every service speaks: documents, countries, contacts, states and their moves. */
@NullMarked
package org.termin.contract.words;

import org.jspecify.annotations.NullMarked;
