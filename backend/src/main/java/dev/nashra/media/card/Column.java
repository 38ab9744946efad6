package dev.nashra.media.card;

import dev.nashra.media.Brief;
import dev.nashra.media.type.Align;
import dev.nashra.media.type.Faces;
import dev.nashra.media.type.Reading;
import dev.nashra.media.type.TextBlock;
import dev.nashra.media.type.TextBox;
import dev.nashra.media.type.TextStyle;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The text column: label, headline, lead, and key points while there is room.
 *
 * <p>The headline takes its share first, because it is what people read; what it leaves goes to the
 * lead and then to the points, and what those leave is air.
 */
final class Column {
  private static final double HEADLINE_SHARE = 0.56;

  /** How much larger a headline may be that has the card to itself. */
  private static final double ALONE = 1.2;

  private static final int MOST_POINTS = 3;

  private final CardFormat format;
  private final Faces faces;
  private final Reading reading;
  private final Palette palette;
  private final double step; // the unit of all gaps
  private final List<Row> rows = new ArrayList<>();

  Column(CardFormat format, Faces faces, Reading reading, Palette palette) {
    this.format = format;
    this.faces = faces;
    this.reading = reading;
    this.palette = palette;
    this.step = format.header() / 84;
  }

  /** Something of a known height, and the gap above it. */
  private record Row(double gap, double height, Drawing drawing) {}

  @FunctionalInterface
  private interface Drawing {
    void at(Graphics2D graphics, double left, double top, double width);
  }

  void draw(Graphics2D graphics, Brief brief, String kicker, Rectangle2D room, double anchor) {
    if (format.hasKicker()) {
      addKicker(kicker, room.getWidth());
    }
    addHeadline(brief, room);
    addLead(brief, room);
    addPoints(brief, room);
    var top = room.getY() + (room.getHeight() - used()) * anchor;
    for (var row : rows) {
      top += row.gap();
      row.drawing().at(graphics, room.getX(), top, room.getWidth());
      top += row.height();
    }
  }

  private double used() {
    return rows.stream().mapToDouble(row -> row.gap() + row.height()).sum();
  }

  private void addKicker(String kicker, double width) {
    var style = TextStyle.label(faces.bold(), reading, 31 * step);
    var text = new TextBox(style, width / 2, 60 * step).fit(kicker);
    var height = 58 * step;
    rows.add(
        new Row(
            0,
            height,
            (graphics, left, top, room) -> {
              var pill = text.width() + 48 * step;
              var x = reading.isRightToLeft() ? left + room - pill : left;
              graphics.setPaint(palette.accent());
              graphics.fill(
                  new RoundRectangle2D.Double(x, top, pill, height, 14 * step, 14 * step));
              graphics.setPaint(palette.onAccent());
              var ink = text.ink(x, top, pill, Align.CENTER);
              text.draw(
                  graphics, x, top + height / 2 - (ink.getCenterY() - top), pill, Align.CENTER);
            }));
  }

  private void addHeadline(Brief brief, Rectangle2D room) {
    var gap = rows.isEmpty() ? 0 : 46 * step;
    var alone = brief.lead().isBlank() && brief.points().isEmpty();
    var share = alone ? 0.9 : HEADLINE_SHARE;
    var height = Math.min(room.getHeight() - used() - gap, room.getHeight() * share);
    var type = format.headline();
    var largest = type.maxSize() * (alone ? ALONE : 1);
    var style = TextStyle.headline(faces, reading, largest, type.minSize(), type.maxLines());
    addText(new TextBox(style, room.getWidth(), height).fit(brief.headline()), gap, palette.ink());
  }

  private void addLead(Brief brief, Rectangle2D room) {
    var gap = 40 * step;
    var height = room.getHeight() - used() - gap;
    var type = format.lead();
    if (height < type.minSize() * 1.5) {
      return;
    }
    var style = TextStyle.body(faces, reading, type.maxSize(), type.minSize(), type.maxLines());
    var text = new TextBox(style, room.getWidth(), height).fit(brief.lead());
    if (!text.cut() || text.lines().size() > 1) {
      addText(text, gap, palette.soft());
    }
  }

  private void addText(TextBlock text, double gap, Color color) {
    if (!text.isEmpty()) {
      rows.add(
          new Row(
              gap,
              text.height(),
              (graphics, left, top, width) -> {
                graphics.setPaint(color);
                text.draw(graphics, left, top, width, Align.START);
              }));
    }
  }

  private void addPoints(Brief brief, Rectangle2D room) {
    var size = format.lead().minSize();
    var indent = 46 * step;
    var style = TextStyle.body(faces, reading, size, size, 2);
    var first = true;
    for (var point : brief.points().stream().limit(MOST_POINTS).toList()) {
      var gap = first ? 44 * step : 24 * step;
      var height = room.getHeight() - used() - gap;
      if (height < size * 1.5 || point.strip().equalsIgnoreCase(brief.lead().strip())) {
        return;
      }
      var text = new TextBox(style, room.getWidth() - indent, height).fit(point);
      if (!text.isEmpty() && !text.cut()) {
        rows.add(new Row(gap, text.height(), bullet(text, indent)));
        first = false;
      }
    }
  }

  private Drawing bullet(TextBlock text, double indent) {
    return (graphics, left, top, width) -> {
      var radius = 11 * step;
      var x = reading.isRightToLeft() ? left + width - radius : left + radius;
      graphics.setPaint(palette.accent());
      graphics.fill(
          Shapes.star(8, x, top + text.ascent() - text.size() * 0.3, radius, radius * 0.78, 0));
      graphics.setPaint(palette.soft());
      var textLeft = reading.isRightToLeft() ? left : left + indent;
      text.draw(graphics, textLeft, top, width - indent, Align.START);
    };
  }
}
