@NullMarked
package dev.nashra.app;

import org.jspecify.annotations.NullMarked;
