/**
 * Type set on pictures: bundled faces, right-to-left lines, text fitted to a box.
 *
 * <p>The way of a text: {@link dev.nashra.media.type.ShownText} cleans what came from the web,
 * {@link dev.nashra.media.type.TextBox} finds the largest size whose lines fit, {@link
 * dev.nashra.media.type.LineBreaker} breaks them, {@link dev.nashra.media.type.TextLine} orders and
 * shapes each, and the {@link dev.nashra.media.type.TextBlock} that comes out is drawn as outlines.
 * Outlines, because Java2D draws cached glyphs at whole pixels only, and because they come out the
 * same on every machine.
 */
@NullMarked
package dev.nashra.media.type;

import org.jspecify.annotations.NullMarked;
