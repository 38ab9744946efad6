package dev.nashra.media.card;

import java.awt.geom.Rectangle2D;

/**
 * What a composition leaves to the text.
 *
 * @param content where text may stand, seen from the left
 * @param header colours of the header row
 * @param body colours of everything below it
 * @param anchor where the column hangs in its room: 0 at the top, 1 at the bottom
 */
record Frame(Rectangle2D content, Palette header, Palette body, double anchor) {

  /** The same frame seen from the right. */
  Frame mirrored(double width) {
    var mirrored =
        new Rectangle2D.Double(
            width - content.getMaxX(), content.getY(), content.getWidth(), content.getHeight());
    return new Frame(mirrored, header, body, anchor);
  }
}
