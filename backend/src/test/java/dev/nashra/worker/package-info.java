@NullMarked
package dev.nashra.worker;

import org.jspecify.annotations.NullMarked;
