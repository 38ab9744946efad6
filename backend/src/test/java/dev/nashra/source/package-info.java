@NullMarked
package dev.nashra.source;

import org.jspecify.annotations.NullMarked;
