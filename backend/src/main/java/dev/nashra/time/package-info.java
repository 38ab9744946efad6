/** The only clock, the only waiting, and the way to stop work that has been started. */
@NullMarked
package dev.nashra.time;

import org.jspecify.annotations.NullMarked;
