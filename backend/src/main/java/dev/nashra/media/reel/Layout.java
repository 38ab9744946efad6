package dev.nashra.media.reel;

import dev.nashra.media.card.Scenery;
import dev.nashra.media.type.Faces;
import dev.nashra.media.type.Reading;
import dev.nashra.media.type.TextBlock;
import dev.nashra.media.type.TextBox;
import dev.nashra.media.type.TextStyle;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Where things stand in the frame: everything that is read lies inside the safe area. */
final class Layout {
  /** The line of segments that shows how far the reel is. */
  static final int PROGRESS_HEIGHT = 8;

  static final int MARK_WIDTH = 10;
  static final int KICKER_HEIGHT = 66;
  static final int STAR_RADIUS = 62;
  static final int LABEL_GAP = 44;

  private static final int MARK_GAP = 34;
  private static final int HEADER_HEIGHT = 92;
  private static final int FOOTER_HEIGHT = 170;

  private final Rectangle2D safe = Scenery.safeArea();
  private final Faces faces;
  private final Reading reading;

  Layout(Faces faces, Reading reading) {
    this.faces = faces;
    this.reading = reading;
  }

  boolean isRightToLeft() {
    return reading.isRightToLeft();
  }

  Rectangle2D safe() {
    return safe;
  }

  /** The header's and footer's, below the progress. */
  Rectangle2D margins() {
    double top = safe.getY() + PROGRESS_HEIGHT + 28;
    return new Rectangle2D.Double(safe.getX(), top, safe.getWidth(), safe.getMaxY() - top);
  }

  /** The text's, beside the mark that grows with the voice. */
  Rectangle2D text() {
    double indent = MARK_WIDTH + MARK_GAP;
    double top = margins().getY() + HEADER_HEIGHT + 40;
    double left = isRightToLeft() ? safe.getX() : safe.getX() + indent;
    return new Rectangle2D.Double(
        left, top, safe.getWidth() - indent, safe.getMaxY() - FOOTER_HEIGHT - top);
  }

  int markLeft() {
    return (int) (isRightToLeft() ? safe.getMaxX() - MARK_WIDTH : safe.getX());
  }

  /** A headline, as large as it can be. */
  List<TextBlock> headline(String text) {
    return pages(text, TextStyle.headline(faces, reading, 122, 64, 7), KICKER_HEIGHT + LABEL_GAP);
  }

  /** A sentence, in one text or, when it is long, in several that follow each other. */
  List<TextBlock> sentence(String text) {
    return pages(text, TextStyle.headline(faces, reading, 104, 60, 8), 2 * STAR_RADIUS + LABEL_GAP);
  }

  /** A line in one size, cut when it is too long. */
  TextBlock label(String text, double size, boolean bold, double width) {
    var fonts = bold ? faces.bold() : faces.regular();
    return new TextBox(TextStyle.label(fonts, reading, size), width, size * 2).fit(text);
  }

  private List<TextBlock> pages(String text, TextStyle style, double above) {
    var area = text();
    var block = new TextBox(style, area.getWidth(), area.getHeight() - above).fit(text);
    int middle = block.cut() ? middle(text) : -1;
    if (middle <= 0) {
      return List.of(block);
    }
    var pages = new ArrayList<>(pages(text.substring(0, middle).strip(), style, above));
    pages.addAll(pages(text.substring(middle).strip(), style, above));
    return pages;
  }

  /** The end of the clause or else of the word that is nearest to the middle; -1 for one word. */
  private static int middle(String text) {
    int best = -1;
    double least = Double.MAX_VALUE;
    for (int i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', i + 1)) {
      boolean clause = i > 0 && "،,؛;:".indexOf(text.charAt(i - 1)) >= 0;
      double distance = Math.abs(i - text.length() / 2.0) * (clause ? 0.35 : 1);
      if (distance < least && i > 0 && i < text.length() - 1) {
        least = distance;
        best = i;
      }
    }
    return best;
  }
}
