@NullMarked
package dev.nashra.store;

import org.jspecify.annotations.NullMarked;
