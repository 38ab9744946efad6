@NullMarked
package dev.nashra.queue;

import org.jspecify.annotations.NullMarked;
