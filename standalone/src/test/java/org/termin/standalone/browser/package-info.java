/** Walks through the pages as residents do, with a real Chromium, and looks at every one. */
@NullMarked
package org.termin.standalone.browser;

import org.jspecify.annotations.NullMarked;
