package dev.nashra.media.card;

import dev.nashra.media.Brand;
import dev.nashra.media.Brief;
import dev.nashra.media.Contrast;
import dev.nashra.media.type.Align;
import dev.nashra.media.type.Faces;
import dev.nashra.media.type.Reading;
import dev.nashra.media.type.TextBox;
import dev.nashra.media.type.TextLine;
import dev.nashra.media.type.TextStyle;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.time.ZoneId;
import java.util.List;

/** The parts of a story's cards, for pictures that move: its grounds, colours, header and words. */
public final class Scenery {
  private static final CardFormat FORMAT = CardFormat.VERTICAL;

  private final Brief brief;
  private final Brand brand;
  private final Faces faces;
  private final ZoneId zone;
  private final Reading reading;
  private final Wording wording;
  private final Look look;

  public Scenery(Brief brief, Brand brand, Faces faces, ZoneId zone) {
    this.brief = brief;
    this.brand = brand;
    this.faces = faces;
    this.zone = zone;
    reading = Reading.of(brief.language(), brief.headline() + brief.lead());
    wording = Wording.of(brief);
    look = Look.of(brief.storyId());
  }

  /** The three grounds of the brand. */
  public enum Tone {
    DARK,
    LIGHT,
    VIVID
  }

  /** Colours that can be read on a ground. */
  public record Colors(Color ground, Color ink, Color soft, Color accent, Color onAccent) {}

  public Reading reading() {
    return reading;
  }

  public Colors colors(Tone tone) {
    var palette = palette(tone);
    return new Colors(
        palette.ground(), palette.ink(), palette.soft(), palette.accent(), palette.onAccent());
  }

  /** Where text may stand. */
  public static Rectangle2D safeArea() {
    return FORMAT.safeArea();
  }

  /** A ground with the story's ornament, seen from the side where reading starts. */
  public void paintGround(Graphics2D graphics, Tone tone, int variant, int width, int height) {
    var upright = graphics.getTransform();
    if (reading.isRightToLeft()) {
      graphics.translate(width, 0);
      graphics.scale(-1, 1);
    }
    var palette = palette(tone);
    var ground = new Ground(graphics, FORMAT, brand, look);
    var whole = new Rectangle2D.Double(0, 0, width, height);
    ground.fillSloping(whole, brighter(tone, palette), palette.ground());
    paintFigures(ground, palette, tone, variant, whole);
    graphics.setTransform(upright);
  }

  /** The newsroom's sign and name and the date above, the outlets below. */
  public void drawMargins(Graphics2D graphics, Tone tone, Rectangle2D content) {
    var frame = new Frame(content, palette(tone), palette(tone), 0);
    var margins = new Margins(FORMAT, faces, reading, frame);
    margins.drawHeader(graphics, brand, emblem(tone), brief, wording, zone);
    margins.drawFooter(graphics, brand, brief, wording);
  }

  /** The newsroom's sign, its centre at the point. */
  public void drawEmblem(Graphics2D graphics, Tone tone, double x, double y, double height) {
    var emblem = emblem(tone);
    emblem.draw(graphics, x - emblem.width(height) / 2, y - height / 2, height);
  }

  /** The number of a key point on a star, as wide as high, its centre at the point. */
  public void drawNumber(
      Graphics2D graphics, Tone tone, int number, double x, double y, double radius) {
    var palette = palette(tone);
    graphics.setPaint(palette.accent());
    graphics.fill(Shapes.star(8, x, y, radius, radius * 0.8, Math.PI / 8));
    var digits = wording.number(number);
    var outline = TextLine.of(digits, faces.bold(), reading.direction(), radius * 1.02).outline();
    var ink = outline.getBounds2D();
    graphics.setPaint(palette.onAccent());
    graphics.fill(
        AffineTransform.getTranslateInstance(x - ink.getCenterX(), y - ink.getCenterY())
            .createTransformedShape(outline));
  }

  /** The label above the headline, in a box; returns the box's width. */
  public double drawKicker(Graphics2D graphics, Tone tone, double left, double top, double room) {
    var palette = palette(tone);
    var height = 66.0;
    var text =
        new TextBox(TextStyle.label(faces.bold(), reading, 36), room / 2, height)
            .fit(wording.kicker());
    var width = text.width() + 56;
    var x = reading.isRightToLeft() ? left + room - width : left;
    graphics.setPaint(palette.accent());
    graphics.fill(new RoundRectangle2D.Double(x, top, width, height, 16, 16));
    graphics.setPaint(palette.onAccent());
    var ink = text.ink(x, top, width, Align.CENTER);
    text.draw(graphics, x, top + height / 2 - (ink.getCenterY() - top), width, Align.CENTER);
    return width;
  }

  /** Such as "3 sources:". */
  public String outletCount() {
    return wording.outletCount(brief.sources().size());
  }

  public List<String> outlets() {
    return brief.sources();
  }

  /** Such as "and 2 more". */
  public String moreOutlets(int more) {
    return wording.moreOutlets(more);
  }

  public String brandName() {
    return brand.name();
  }

  /** May be empty. */
  public String handle() {
    return brand.handle();
  }

  private void paintFigures(
      Ground ground, Palette palette, Tone tone, int variant, Rectangle2D whole) {
    var width = whole.getWidth();
    var height = whole.getHeight();
    var veil = tone == Tone.DARK ? brand.background() : palette.ink();
    boolean high = variant % 2 == 0;
    var corner = new Point2D.Double(width, high ? 0 : height);
    if (variant % 3 == 1) {
      for (int disc = 0; disc < 3; disc++) {
        var radius = width * (0.72 - 0.2 * disc);
        ground.fill(
            new Ellipse2D.Double(corner.x - radius, corner.y - radius, 2 * radius, 2 * radius),
            Contrast.veil(veil, 0.045));
      }
    } else if (variant % 3 == 2) {
      for (int arch = 0; arch < 3; arch++) {
        var inset = width * 0.085 * arch;
        var span = width * 0.9 - 2 * inset;
        ground.fill(
            Shapes.arch(width * 0.24 + inset, height * 0.14 + inset * 1.25, span, height),
            Contrast.veil(veil, 0.035));
      }
    }
    var strength =
        switch (tone) {
          case DARK -> 0.5;
          case LIGHT -> 0.3;
          case VIVID -> 0.3;
        };
    var ink = tone == Tone.DARK ? palette.accent() : palette.ink();
    ground.ornament(whole, ink, strength, corner, height * 0.72);
  }

  private Color brighter(Tone tone, Palette palette) {
    return tone == Tone.DARK
        ? Contrast.mix(palette.ground(), brand.primary(), 0.75)
        : Contrast.mix(palette.ground(), Color.WHITE, 0.12);
  }

  private Palette palette(Tone tone) {
    return switch (tone) {
      case DARK -> Palette.dark(brand);
      case LIGHT -> Palette.light(brand);
      case VIVID -> Palette.vivid(brand);
    };
  }

  private Emblem emblem(Tone tone) {
    var file = brand.logo();
    if (file == null) {
      return new Emblem.Monogram(brand.name(), faces.bold(), palette(tone));
    }
    var logo = LogoFile.read(file);
    return new Emblem.Picture(logo, LogoFile.tone(logo), palette(tone));
  }
}
