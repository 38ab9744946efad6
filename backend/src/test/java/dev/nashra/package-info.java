@NullMarked
package dev.nashra;

import org.jspecify.annotations.NullMarked;
