@NullMarked
package dev.nashra.story;

import org.jspecify.annotations.NullMarked;
