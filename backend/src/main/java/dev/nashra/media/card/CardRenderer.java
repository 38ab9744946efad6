package dev.nashra.media.card;

import dev.nashra.media.Brand;
import dev.nashra.media.Brief;
import dev.nashra.media.PictureFile;
import dev.nashra.media.type.Faces;
import dev.nashra.media.type.Reading;
import dev.nashra.media.type.UnwritableLanguageException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;

/**
 * Draws the card and the social images of a story: the same story, brand and format always give the
 * same picture. May be used by several threads; each picture takes up to 9 MB while it is drawn.
 */
public final class CardRenderer {
  private final Faces faces;
  private final ZoneId zone;

  /**
   * @param zone of the dates on the cards
   */
  public CardRenderer(Faces faces, ZoneId zone) {
    this.faces = faces;
    this.zone = zone;
  }

  /**
   * The picture, opaque RGB.
   *
   * @throws UnwritableLanguageException if no face has the letters of the headline
   * @throws UnusableLogoException if the brand's logo cannot be read
   */
  public BufferedImage draw(Brief brief, Brand brand, CardFormat format) {
    var reading = Reading.of(brief.language(), brief.headline() + brief.lead());
    faces.requireLetters(brief.language(), brief.headline(), reading.direction());
    var picture = new BufferedImage(format.width(), format.height(), BufferedImage.TYPE_INT_RGB);
    var graphics = picture.createGraphics();
    try {
      smooth(graphics);
      var frame = paintGround(graphics, brief, brand, format, reading);
      drawText(graphics, brief, brand, format, reading, frame);
    } finally {
      graphics.dispose();
    }
    return picture;
  }

  /** Draws and writes PNG or JPEG, by the end of the name; returns the file's bytes. */
  public long write(Brief brief, Brand brand, CardFormat format, Path out) throws IOException {
    return PictureFile.write(draw(brief, brand, format), out);
  }

  private static void smooth(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
  }

  /** Paints as seen from the left, through a mirror for right-to-left stories. */
  private static Frame paintGround(
      Graphics2D graphics, Brief brief, Brand brand, CardFormat format, Reading reading) {
    var look = Look.of(brief.storyId());
    if (!reading.isRightToLeft()) {
      return look.composition().paint(new Ground(graphics, format, brand, look));
    }
    var upright = graphics.getTransform();
    graphics.translate(format.width(), 0);
    graphics.scale(-1, 1);
    var frame = look.composition().paint(new Ground(graphics, format, brand, look));
    graphics.setTransform(upright);
    return frame.mirrored(format.width());
  }

  private void drawText(
      Graphics2D graphics,
      Brief brief,
      Brand brand,
      CardFormat format,
      Reading reading,
      Frame frame) {
    var wording = Wording.of(brief);
    var margins = new Margins(format, faces, reading, frame);
    margins.drawHeader(graphics, brand, emblem(brand, frame), brief, wording, zone);
    var foot = margins.drawFooter(graphics, brand, brief, wording);
    var content = frame.content();
    var top = content.getY() + format.header() * 1.85;
    var room =
        new Rectangle2D.Double(
            content.getX(), top, content.getWidth(), foot - format.header() * 0.5 - top);
    new Column(format, faces, reading, frame.body())
        .draw(graphics, brief, wording.kicker(), room, frame.anchor());
  }

  private Emblem emblem(Brand brand, Frame frame) {
    if (brand.logo() == null) {
      return new Emblem.Monogram(brand.name(), faces.bold(), frame.header());
    }
    var logo = LogoFile.read(brand.logo());
    return new Emblem.Picture(logo, LogoFile.tone(logo), frame.header());
  }
}
