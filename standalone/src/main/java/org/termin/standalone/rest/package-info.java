/** Talks JSON with the door and with the notifier's own pages. */
@NullMarked
package org.termin.standalone.rest;

import org.jspecify.annotations.NullMarked;
