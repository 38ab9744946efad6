package dev.nashra.media.type;

import com.ibm.icu.text.Bidi;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of text in the order in which the eye meets it, shaped, as outlines.
 *
 * <p>The order follows Unicode's bidirectional algorithm of the current version, brackets included,
 * which Java's own layout does not.
 *
 * @param text as it is read
 * @param advance how far it moves the pen, in pixels
 * @param outline its shapes, from the left end of the baseline
 */
public record TextLine(String text, double advance, Path2D outline) {
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  /** A whole text as one line. */
  public static TextLine of(String text, FontStack fonts, Direction direction, double size) {
    return of(paragraph(text, direction), 0, text.length(), fonts, size);
  }

  /** The ink, relative to the left end of the baseline; empty for blanks. */
  public Rectangle2D ink() {
    return outline.getBounds2D();
  }

  /** The room it needs: the advance, and letters that reach beyond their own. */
  public double width() {
    return Math.max(advance, ink().getMaxX()) - left();
  }

  /** Where that room begins: 0, or below for a letter that reaches back. */
  public double left() {
    return Math.min(0, ink().getMinX());
  }

  static Bidi paragraph(String text, Direction direction) {
    return new Bidi(
        text,
        direction.isRightToLeft() ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
  }

  static TextLine of(Bidi paragraph, int start, int limit, FontStack fonts, double size) {
    if (start == limit) {
      return new TextLine("", 0, new Path2D.Double());
    }
    var line = paragraph.setLine(start, limit);
    var text = line.getTextAsString();
    var outline = new Path2D.Double();
    double x = 0;
    for (int i = 0; i < line.countRuns(); i++) {
      var run = line.getVisualRun(i);
      for (var part :
          facesLeftToRight(text, run.getStart(), run.getLimit(), fonts, run.isOddRun())) {
        var glyphs = shape(text, part, size, run.isOddRun());
        outline.append(glyphs.getOutline((float) x, 0), false);
        x += glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX();
      }
    }
    return new TextLine(text, x, outline);
  }

  private static List<FontStack.Run> facesLeftToRight(
      String text, int start, int limit, FontStack fonts, boolean rightToLeft) {
    var parts = new ArrayList<>(fonts.runs(text, start, limit));
    return rightToLeft ? parts.reversed() : parts;
  }

  private static GlyphVector shape(
      String text, FontStack.Run part, double size, boolean rightToLeft) {
    return part.face()
        .deriveFont((float) size)
        .layoutGlyphVector(
            CONTEXT,
            text.toCharArray(),
            part.start(),
            part.limit(),
            rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
  }
}
