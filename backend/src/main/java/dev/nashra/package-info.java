/** Nashra: a newsroom that runs itself. {@link dev.nashra.Main} is where to start reading. */
@NullMarked
package dev.nashra;

import org.jspecify.annotations.NullMarked;
