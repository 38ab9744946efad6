/** HTTP for reading the web: limits, a guard against private addresses, and outcomes as values. */
@NullMarked
package dev.nashra.http;

import org.jspecify.annotations.NullMarked;
