package dev.nashra.media.type;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A paragraph set in lines, ready to draw.
 *
 * @param lines from top to bottom; none for an empty text
 * @param size in pixels
 * @param pitch from baseline to baseline, in pixels
 * @param direction which side the lines start on
 * @param cut whether words were left out, an ellipsis standing for them
 */
public record TextBlock(
    List<TextLine> lines, double size, double pitch, Direction direction, boolean cut) {
  /** The height of Latin capitals and the room under a baseline, in sizes: the least reserved. */
  private static final double CAPITAL_HEIGHT = 0.70;

  private static final double LEAST_DESCENT = 0.20;

  public TextBlock {
    lines = List.copyOf(lines);
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** The widest line. */
  public double width() {
    return lines.stream().mapToDouble(TextLine::width).max().orElse(0);
  }

  /** From the top of the first line's ink to the bottom of the last line's. */
  public double height() {
    return lines.isEmpty() ? 0 : ascent() + (lines.size() - 1) * pitch + descent();
  }

  /** From the top of the block to the first baseline. */
  public double ascent() {
    return lines.isEmpty() ? 0 : Math.max(size * CAPITAL_HEIGHT, -lines.getFirst().ink().getMinY());
  }

  /** Draws with the graphics' paint; (x, y) is the top left corner of a box this wide. */
  public void draw(Graphics2D graphics, double x, double y, double boxWidth, Align align) {
    for (int i = 0; i < lines.size(); i++) {
      graphics.fill(placed(i, x, y, boxWidth, align));
    }
  }

  /** One line's shapes where {@link #draw} puts them. */
  public Path2D placed(int line, double x, double y, double boxWidth, Align align) {
    var left = x + offset(lines.get(line), boxWidth, align);
    var baseline = y + ascent() + line * pitch;
    var shapes = new Path2D.Double(lines.get(line).outline());
    shapes.transform(AffineTransform.getTranslateInstance(left, baseline));
    return shapes;
  }

  /** The ink of all lines where {@link #draw} puts them; empty for blanks. */
  public Rectangle2D ink(double x, double y, double boxWidth, Align align) {
    Rectangle2D ink = new Rectangle2D.Double();
    for (int i = 0; i < lines.size(); i++) {
      var line = placed(i, x, y, boxWidth, align).getBounds2D();
      ink = ink.isEmpty() ? line : ink.createUnion(line);
    }
    return ink;
  }

  private double descent() {
    return Math.max(size * LEAST_DESCENT, lines.getLast().ink().getMaxY());
  }

  private double offset(TextLine line, double boxWidth, Align align) {
    var room = boxWidth - line.width();
    return switch (align) {
          case CENTER -> room / 2;
          case START -> direction.isRightToLeft() ? room : 0;
          case END -> direction.isRightToLeft() ? 0 : room;
        }
        - line.left();
  }
}
