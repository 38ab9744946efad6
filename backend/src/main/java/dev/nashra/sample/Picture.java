package dev.nashra.sample;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Draws the picture of an article: a flat landscape that fits its event, another one an outlet. */
final class Picture {
  static final int WIDTH = 1200;
  static final int HEIGHT = 675;

  private static final float QUALITY = 0.88f;
  private static final Map<String, Scene> SCENES = scenes();

  /**
   * @param colours sky above, sky below, far, middle, near, light
   */
  private record Scene(List<String> colours, List<String> elements) {}

  private Picture() {}

  /** A JPEG of {@value #WIDTH} × {@value #HEIGHT}; the same one for the same article. */
  static byte[] of(SampleArticle article, String outletId) {
    var scene = SCENES.get(article.event());
    if (scene == null) {
      throw new IllegalStateException("no scene for " + article.event());
    }
    return jpeg(draw(scene, new Random((outletId + "/" + article.slug()).hashCode())));
  }

  private static BufferedImage draw(Scene scene, Random random) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var colours = scene.colours().stream().map(Color::decode).toList();
    var graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setPaint(
        new GradientPaint(0, 0, colours.get(0), 0, HEIGHT * 0.8f, colours.get(1), false));
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    var scenery = new Scenery(graphics, colours, random);
    scene.elements().forEach(scenery::add);
    graphics.dispose();
    return image;
  }

  private static byte[] jpeg(BufferedImage image) {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(QUALITY);
    var bytes = new ByteArrayOutputStream();
    try (var output = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static Map<String, Scene> scenes() {
    return JsonMapper.builder()
        .build()
        .readValue(
            Template.read("/sample/scenes.json"), new TypeReference<Map<String, Scene>>() {});
  }
}
