/**
 * The end of the service: two operators agree, everybody is told and keeps their days, and then
 * every key goes.
 */
@NullMarked
package org.termin.notifier.winddown;

import org.jspecify.annotations.NullMarked;
