package dev.nashra.media.type;

import static dev.nashra.media.type.TypeFixture.FACES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextBoxTest {
  private static final List<Align> ALIGNMENTS = List.of(Align.START, Align.CENTER, Align.END);
  private static final double ROUNDING = 0.01;
  private static final String LONG_HEADLINE = "Parliament approves the budget again ".repeat(12);

  @ParameterizedTest
  @MethodSource("seeds")
  void noTextEverLeavesItsBox(long seed) {
    var random = new SplittableRandom(seed);
    var text = TypeFixture.randomText(random);
    var reading = Reading.of(random.nextBoolean() ? "ar" : "en", text);
    var width = 60 + random.nextInt(1000);
    var height = 20 + random.nextInt(600);
    var style =
        random.nextBoolean()
            ? TextStyle.headline(FACES, reading, 110, 40, 1 + random.nextInt(6))
            : TextStyle.body(FACES, reading, 42, 28, 1 + random.nextInt(6));
    var align = ALIGNMENTS.get(random.nextInt(3));
    var block = new TextBox(style, width, height).fit(text);
    var ink = block.ink(0, 0, width, align);
    assertTrue(ink.isEmpty() || ink.getMinX() >= -ROUNDING, () -> "left of it: " + ink);
    assertTrue(ink.isEmpty() || ink.getMaxX() <= width + ROUNDING, () -> "right of it: " + ink);
    assertTrue(ink.isEmpty() || ink.getMinY() >= -ROUNDING, () -> "above it: " + ink);
    assertTrue(block.height() <= height && block.lines().size() <= style.maxLines());
  }

  static LongStream seeds() {
    return LongStream.range(0, 150);
  }

  @Test
  void aShortTextHasTheSizeWanted() {
    var block = new TextBox(headline("ar", 90, 40, 3), 900, 400).fit("خبر عاجل");
    assertEquals(90, block.size());
    assertFalse(block.cut());
  }

  @Test
  void aLongerTextIsSetSmallerBeforeItIsCut() {
    var block =
        new TextBox(headline("en", 110, 40, 4), 900, 400)
            .fit("Parliament approves the budget in a close vote, ending weeks of deadlock");
    assertTrue(block.size() < 110 && block.size() >= 40);
    assertFalse(block.cut());
  }

  @Test
  void aTextThatIsTooLongEndsAtAWordWithAnEllipsis() {
    var block = new TextBox(headline("en", 80, 60, 3), 900, 300).fit(LONG_HEADLINE);
    var last = block.lines().getLast().text();
    assertTrue(block.cut());
    assertTrue(
        last.matches(".*(Parliament|approves|the|budget|again)…"), () -> "cut in a word: " + last);
  }

  @Test
  void aNameWithAShortPieceIsNotBrokenAtItsHyphen() {
    var text = "So near: Al-Wadq lead for an hour and go out on penalties at last";
    for (int width = 300; width < 900; width += 20) {
      for (var line : new TextBox(headline("en", 90, 40, 9), width, 2000).fit(text).lines()) {
        assertFalse(line.text().endsWith("-"), line.text());
      }
    }
  }

  @Test
  void linesStartAtTheSideWhereReadingStarts() {
    var arabic = new TextBox(headline("ar", 60, 60, 1), 900, 120).fit("خبر");
    var english = new TextBox(headline("en", 60, 60, 1), 900, 120).fit("News");
    assertEquals(900, arabic.ink(0, 0, 900, Align.START).getMaxX(), 8);
    assertEquals(0, english.ink(0, 0, 900, Align.START).getMinX(), 8);
    assertEquals(0, arabic.ink(0, 0, 900, Align.END).getMinX(), 8);
    assertEquals(450, english.ink(0, 0, 900, Align.CENTER).getCenterX(), 8);
  }

  @Test
  void headlineLinesAreOfAboutTheSameLength() {
    var block =
        new TextBox(headline("en", 80, 80, 2), 1000, 300)
            .fit("Council votes to rebuild the harbour wall");
    var lines = block.lines();
    assertEquals(2, lines.size());
    assertTrue(lines.getLast().advance() > 0.6 * lines.getFirst().advance());
  }

  @Test
  void aNumberStaysWithItsUnitAndItsCurrency() {
    for (int width = 250; width < 700; width += 10) {
      var lines = new TextBox(body("ar", 40, 12), width, 900).fit("خطة بقيمة 2.5 مليار دولار");
      assertTrue(texts(lines).stream().noneMatch(line -> line.endsWith("2.5")), "at " + width);
      lines = new TextBox(body("en", 40, 12), width, 900).fit("the new €2.5bn budget");
      assertTrue(texts(lines).stream().noneMatch(line -> line.endsWith("2.5")), "at " + width);
    }
  }

  @Test
  void bodyTextLeavesNoLonelyWordWhenItCanHelpIt() {
    var text = "The plan passed by 31 votes to 9 after a long day of debate.";
    for (int width = 500; width < 900; width += 20) {
      var lines = texts(new TextBox(body("en", 40, 12), width, 900).fit(text));
      assertTrue(lines.getLast().indexOf(' ') > 0, "at " + width + ": " + lines);
    }
  }

  @Test
  void anEmptyTextIsAnEmptyBlock() {
    var block = new TextBox(body("en", 40, 3), 500, 200).fit(" 😀 ");
    assertTrue(block.isEmpty());
    assertEquals(0, block.height());
  }

  private static List<String> texts(TextBlock block) {
    return block.lines().stream().map(TextLine::text).toList();
  }

  private static TextStyle headline(String language, double max, double min, int lines) {
    return TextStyle.headline(FACES, Reading.of(language, ""), max, min, lines);
  }

  private static TextStyle body(String language, double size, int lines) {
    return TextStyle.body(FACES, Reading.of(language, ""), size, size, lines);
  }
}
