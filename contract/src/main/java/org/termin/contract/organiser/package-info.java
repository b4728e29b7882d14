/**
 * The way in for organisers, as the door and whoever invites know it: roles, links, the address.
 */
@NullMarked
package org.termin.contract.organiser;

import org.jspecify.annotations.NullMarked;
