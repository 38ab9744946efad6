@NullMarked
package dev.nashra.schedule;

import org.jspecify.annotations.NullMarked;
