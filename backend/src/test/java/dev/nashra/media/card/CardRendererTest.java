package dev.nashra.media.card;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.media.Brand;
import dev.nashra.media.Brief;
import dev.nashra.media.type.TypeFixture;
import dev.nashra.media.type.UnwritableLanguageException;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CardRendererTest {
  private static final CardRenderer RENDERER = new CardRenderer(TypeFixture.FACES, ZoneOffset.UTC);
  private static final List<CardFormat> FORMATS = List.of(CardFormat.values());

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("everyCompositionInEveryFormat")
  void textStaysInsideTheSafeAreaAndStartsWhereReadingStarts(Brief brief, CardFormat format) {
    var text = difference(draw(brief, format), draw(BriefFixture.otherThan(brief), format));
    var safe = format.safeArea();
    assertTrue(safe.contains(text), () -> text + " is not inside " + safe);
    var side = brief.language().equals("ar") ? text.getMaxX() : text.getMinX();
    var expected = brief.language().equals("ar") ? safe.getMaxX() : safe.getMinX();
    assertEquals(expected, side, safe.getX() * 0.5 + 4);
  }

  static Stream<Arguments> everyCompositionInEveryFormat() {
    return LongStream.range(0, 6)
        .boxed()
        .flatMap(id -> Stream.of(BriefFixture.arabic(id), BriefFixture.english(id)))
        .flatMap(brief -> FORMATS.stream().map(format -> Arguments.of(brief, format)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverIsWrittenStaysInsideTheSafeArea(long seed) {
    var random = new SplittableRandom(seed);
    var language = random.nextBoolean() ? "ar" : "en";
    var brief =
        new Brief(
            random.nextLong(),
            language,
            "News خبر " + TypeFixture.randomText(random),
            TypeFixture.randomText(random),
            List.of(TypeFixture.randomText(random), TypeFixture.randomText(random)),
            List.of(TypeFixture.randomText(random), TypeFixture.randomText(random)),
            BriefFixture.PUBLISHED);
    var format = FORMATS.get(random.nextInt(FORMATS.size()));
    var text = difference(draw(brief, format), draw(BriefFixture.otherThan(brief), format));
    assertTrue(format.safeArea().contains(text), () -> text + " in " + format);
  }

  static LongStream seeds() {
    return LongStream.range(0, 24);
  }

  @Test
  void theSameStoryGivesTheSameBytes() throws IOException {
    var once = write(BriefFixture.arabic(3), "once.png");
    var again = write(BriefFixture.arabic(3), "again.png");
    assertArrayEquals(Files.readAllBytes(once), Files.readAllBytes(again));
  }

  @Test
  void neighboursOnAWallLookDifferent() {
    for (long id = 0; id < 6; id++) {
      var one = draw(BriefFixture.english(id), CardFormat.CARD);
      var next = draw(BriefFixture.english(id + 1), CardFormat.CARD);
      var differing = difference(one, next);
      assertTrue(differing.getWidth() > 900 && differing.getHeight() > 1100);
    }
  }

  @Test
  void theFileIsAPictureOfTheFormatsSize() throws IOException {
    for (var format : FORMATS) {
      for (var name : List.of("card.png", "card.jpg")) {
        var file = folder.resolve(name);
        var bytes = RENDERER.write(BriefFixture.arabic(1), Brand.DEFAULT, format, file);
        var picture = ImageIO.read(file.toFile());
        assertEquals(format.width(), picture.getWidth());
        assertEquals(format.height(), picture.getHeight());
        assertEquals(Files.size(file), bytes);
        assertTrue(bytes < 700_000, () -> format + " takes " + bytes + " bytes");
      }
    }
  }

  @Test
  void theLogoStandsInTheHeaderOnTheSideWhereReadingStarts() throws IOException {
    var branded = Brand.DEFAULT.withLogo(logo(Color.MAGENTA));
    var right = find(draw(BriefFixture.arabic(0), branded), Color.MAGENTA);
    var left = find(draw(BriefFixture.english(0), branded), Color.MAGENTA);
    var header = CardFormat.CARD.header();
    assertEquals(CardFormat.CARD.safeArea().getMaxX(), right.getMaxX(), 2);
    assertEquals(CardFormat.CARD.safeArea().getMinX(), left.getMinX(), 2);
    assertEquals(header, right.getHeight(), 2);
    assertEquals(2 * header, right.getWidth(), 4);
  }

  @Test
  void aLogoThatCannotBeReadIsNamed() throws IOException {
    var broken = Files.writeString(folder.resolve("broken.png"), "no picture");
    var brand = Brand.DEFAULT.withLogo(broken);
    var problem =
        assertThrows(UnusableLogoException.class, () -> draw(BriefFixture.arabic(0), brand));
    assertTrue(String.valueOf(problem.getMessage()).contains("broken.png"));
  }

  @Test
  void aHeadlineThatNoFontCanWriteIsRefusedAndNotDrawnEmpty() {
    var chinese = new Brief(1, "zh", "議會批准了25億歐元", "", List.of(), List.of(), null);
    assertThrows(UnwritableLanguageException.class, () -> draw(chinese, CardFormat.CARD));
  }

  private Path write(Brief brief, String name) throws IOException {
    var file = folder.resolve(name);
    RENDERER.write(brief, Brand.DEFAULT, CardFormat.CARD, file);
    return file;
  }

  private Path logo(Color color) throws IOException {
    var logo = new BufferedImage(600, 300, BufferedImage.TYPE_INT_RGB);
    var graphics = logo.createGraphics();
    graphics.setColor(color);
    graphics.fillRect(0, 0, 600, 300);
    graphics.dispose();
    var file = folder.resolve("logo.png");
    ImageIO.write(logo, "png", file.toFile());
    return file;
  }

  private static BufferedImage draw(Brief brief, CardFormat format) {
    return RENDERER.draw(brief, Brand.DEFAULT, format);
  }

  private static BufferedImage draw(Brief brief, Brand brand) {
    return RENDERER.draw(brief, brand, CardFormat.CARD);
  }

  /** The smallest rectangle around all pixels that differ. */
  private static Rectangle difference(BufferedImage one, BufferedImage other) {
    var first = pixels(one);
    var second = pixels(other);
    return around(one.getWidth(), first.length, i -> first[i] != second[i]);
  }

  private static Rectangle find(BufferedImage picture, Color color) {
    var pixels = pixels(picture);
    var wanted = color.getRGB() & 0xFFFFFF;
    return around(picture.getWidth(), pixels.length, i -> (pixels[i] & 0xFFFFFF) == wanted);
  }

  private static Rectangle around(int width, int pixels, IntPredicate wanted) {
    var left = width;
    var right = -1;
    var top = pixels / width;
    var bottom = -1;
    for (int i = 0; i < pixels; i++) {
      if (wanted.test(i)) {
        left = Math.min(left, i % width);
        right = Math.max(right, i % width);
        top = Math.min(top, i / width);
        bottom = i / width;
      }
    }
    assertTrue(right >= 0, "no such pixel");
    return new Rectangle(left, top, right - left + 1, bottom - top + 1);
  }

  private static int[] pixels(BufferedImage picture) {
    return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
  }
}
