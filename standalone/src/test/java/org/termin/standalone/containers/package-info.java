/** Whether the images and the compose file that ship carry the whole way, on a real engine. */
@NullMarked
package org.termin.standalone.containers;

import org.jspecify.annotations.NullMarked;
