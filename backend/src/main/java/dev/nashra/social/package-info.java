/** Posts: the text about a story for each network, within that network's own limits. */
@NullMarked
package dev.nashra.social;

import org.jspecify.annotations.NullMarked;
