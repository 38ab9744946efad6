/** Pure string work: languages, Arabic folding, tokens, direction, counting. No I/O. */
@NullMarked
package dev.nashra.text;

import org.jspecify.annotations.NullMarked;
