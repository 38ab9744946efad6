@NullMarked
package dev.nashra.cli;

import org.jspecify.annotations.NullMarked;
