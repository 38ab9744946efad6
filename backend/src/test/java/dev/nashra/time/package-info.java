@NullMarked
package dev.nashra.time;

import org.jspecify.annotations.NullMarked;
