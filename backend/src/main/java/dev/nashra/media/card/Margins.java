package dev.nashra.media.card;

import dev.nashra.media.Brand;
import dev.nashra.media.Brief;
import dev.nashra.media.Contrast;
import dev.nashra.media.type.Align;
import dev.nashra.media.type.Faces;
import dev.nashra.media.type.Reading;
import dev.nashra.media.type.TextBlock;
import dev.nashra.media.type.TextBox;
import dev.nashra.media.type.TextStyle;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.ZoneId;

/** The rows above and below the column: who says it and when, and where it comes from. */
final class Margins {
  private static final double SMALL = 30;

  private final CardFormat format;
  private final Faces faces;
  private final Reading reading;
  private final Frame frame;
  private final double step;

  Margins(CardFormat format, Faces faces, Reading reading, Frame frame) {
    this.format = format;
    this.faces = faces;
    this.reading = reading;
    this.frame = frame;
    this.step = format.header() / 84;
  }

  /** Sign and name where reading starts, the date at the other end. */
  void drawHeader(
      Graphics2D graphics, Brand brand, Emblem emblem, Brief brief, Wording wording, ZoneId zone) {
    var row = frame.content();
    var height = format.header();
    var emblemWidth = emblem.width(height);
    var emblemX = reading.isRightToLeft() ? row.getMaxX() - emblemWidth : row.getX();
    emblem.draw(graphics, emblemX, row.getY(), height);
    var gap = 24 * step;
    var dateWidth = 0.0;
    if (brief.published() != null) {
      var date =
          label(wording.date(brief.published(), zone), SMALL * step, row.getWidth() / 2, false);
      graphics.setPaint(frame.header().soft());
      drawCentred(graphics, date, row.getX(), row.getWidth(), height, Align.END);
      dateWidth = date.width() + gap;
    }
    var room = row.getWidth() - emblemWidth - gap - dateWidth;
    if (room > height) {
      var name = label(brand.name(), 38 * step, room, true);
      // A wide logo says the name itself; half of it again would look like a mistake.
      if (brand.logo() == null || !name.cut()) {
        graphics.setPaint(frame.header().ink());
        var left = reading.isRightToLeft() ? row.getX() + dateWidth : emblemX + emblemWidth + gap;
        drawCentred(graphics, name, left, room, height, Align.START);
      }
    }
  }

  private void drawCentred(
      Graphics2D graphics, TextBlock text, double left, double width, double height, Align align) {
    // Centred by the size, not by the ink, so that names with and without tails stand alike.
    var top = frame.content().getY() + height / 2 - text.ascent() + text.size() * 0.32;
    text.draw(graphics, left, top, width, align);
  }

  /** The outlets, as many as fit, and the brand's address; returns where the footer begins. */
  double drawFooter(Graphics2D graphics, Brand brand, Brief brief, Wording wording) {
    var row = frame.content();
    var size = SMALL * step;
    var top = row.getMaxY() - size * 1.5;
    var width = row.getWidth();
    if (brief.sources().isEmpty() && brand.handle().isBlank()) {
      return row.getMaxY();
    }
    var rule = top - 26 * step;
    graphics.setPaint(Contrast.veil(frame.body().soft(), 0.35));
    graphics.fill(new Rectangle2D.Double(row.getX(), rule, width, Math.max(1.5, 2 * step)));
    if (!brand.handle().isBlank()) {
      var handle = label(brand.handle(), size, width * 0.4, false);
      graphics.setPaint(frame.body().soft());
      drawOnBaseline(graphics, handle, row.getX(), top, width, Align.END);
      width -= handle.width() + 30 * step;
    }
    if (!brief.sources().isEmpty()) {
      drawOutlets(graphics, brief, wording, top, width);
    }
    return rule;
  }

  private void drawOutlets(
      Graphics2D graphics, Brief brief, Wording wording, double top, double width) {
    var row = frame.content();
    var size = SMALL * step;
    var left = reading.isRightToLeft() ? row.getMaxX() - width : row.getX();
    var count = label(wording.outletCount(brief.sources().size()), size, width / 2, true);
    graphics.setPaint(frame.body().ink());
    drawOnBaseline(graphics, count, left, top, width, Align.START);
    var indent = count.width() + 12 * step;
    var names = outletNames(brief, wording, width - indent);
    graphics.setPaint(frame.body().soft());
    var namesLeft = reading.isRightToLeft() ? left : left + indent;
    drawOnBaseline(graphics, names, namesLeft, top, width - indent, Align.START);
  }

  private void drawOnBaseline(
      Graphics2D graphics, TextBlock text, double left, double top, double width, Align align) {
    text.draw(graphics, left, top + text.size() - text.ascent(), width, align);
  }

  private TextBlock outletNames(Brief brief, Wording wording, double width) {
    for (int shown = brief.sources().size(); shown > 1; shown--) {
      var names = label(wording.outletNames(brief.sources(), shown), SMALL * step, width, false);
      if (!names.cut() && names.size() > 0.95 * SMALL * step) {
        return names;
      }
    }
    return label(wording.outletNames(brief.sources(), 1), SMALL * step, width, false);
  }

  private TextBlock label(String text, double size, double width, boolean bold) {
    var style = TextStyle.label(bold ? faces.bold() : faces.regular(), reading, size);
    return new TextBox(style, width, size * 2).fit(text);
  }
}
