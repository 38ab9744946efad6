package dev.nashra.media.type;

import com.ibm.icu.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A box that a text is fitted into: as large as its style allows, smaller if need be, and cut at a
 * word with an ellipsis when even the smallest size is too large.
 */
public record TextBox(TextStyle style, double width, double height) {
  private static final int SIZE_STEPS = 8;
  private static final int EVENING_STEPS = 10;
  private static final double SHRINK = 0.97;
  private static final String ELLIPSIS = "\u2026";

  /** What would look odd before an ellipsis. */
  private static final Pattern DANGLING =
      Pattern.compile("[\\s\\p{Cf},;:.!\u060C\u061B(\\[{\u00AB\u201C\u2018\"'\u2013\u2014-]+$");

  public TextBox {
    if (width <= 0 || height <= 0) {
      throw new IllegalArgumentException("a box without room: " + width + " by " + height);
    }
  }

  /** The text in this box; it never reaches beyond it. */
  public TextBlock fit(String raw) {
    var text = ShownText.of(raw, style.fonts(), style.reading().direction());
    if (text.isEmpty()) {
      return block(text, List.of(), style.maxSize(), false);
    }
    var breaker = new LineBreaker(text, style);
    return fits(breaker, style.minSize()) ? largest(text, breaker) : cut(text, breaker);
  }

  private TextBlock largest(String text, LineBreaker breaker) {
    var size = style.maxSize();
    if (!fits(breaker, size)) {
      double low = style.minSize();
      double high = size;
      for (int step = 0; step < SIZE_STEPS; step++) {
        var middle = (low + high) / 2;
        if (fits(breaker, middle)) {
          low = middle;
        } else {
          high = middle;
        }
      }
      size = low;
    }
    return checked(text, breaker, evenest(breaker, size), false);
  }

  /** A slightly smaller size when its lines are much more alike. */
  private double evenest(LineBreaker breaker, double largest) {
    var best = largest;
    var bestScore = Double.NEGATIVE_INFINITY;
    for (int step = 0; style.wrap() == TextStyle.Wrap.BALANCED && step < EVENING_STEPS; step++) {
      var size = largest * (1 - 0.02 * step);
      var unevenness = breaker.unevenness(breaker.lines(width / size));
      var score = size / largest - unevenness;
      if (size >= style.minSize() && score > bestScore) {
        best = size;
        bestScore = score;
      }
    }
    return best;
  }

  /** Shapes the lines and makes them smaller while their true ink does not fit. */
  private TextBlock checked(String text, LineBreaker breaker, double startSize, boolean cut) {
    var size = startSize;
    var block = block(text, breaker.lines(width / size), size, cut);
    while (block.width() > width || block.height() > height) {
      size *= SHRINK;
      block = block(text, breaker.lines(width / size), size, cut);
    }
    return block;
  }

  private boolean fits(LineBreaker breaker, double size) {
    return breaker.widestPart() * size <= width
        && breaker.lines(width / size).size() <= linesAt(size);
  }

  /** How many lines the height has room for, going by the usual ink of a line. */
  private int linesAt(double size) {
    var first = size * 0.95;
    return (int) Math.clamp(1 + (height - first) / (size * style.pitch()), 0, style.maxLines());
  }

  private TextBlock cut(String text, LineBreaker breaker) {
    var size = Math.min(style.minSize(), height / 1.4);
    var words = breaker.breakingWords(width / size);
    var lines = words.lines(width / size);
    var room = Math.max(1, linesAt(size));
    if (lines.size() <= room) {
      return checked(text, words, size, false);
    }
    var end = lines.get(room - 1).limit();
    for (var cut : words.cuts().reversed()) {
      if (cut <= end) {
        var shorter = DANGLING.matcher(text.substring(0, cut)).replaceAll("") + ELLIPSIS;
        var shorterWords = new LineBreaker(shorter, style).breakingWords(width / size);
        if (shorterWords.lines(width / size).size() <= room) {
          return checked(shorter, shorterWords, size, true);
        }
      }
    }
    return checked(ELLIPSIS, new LineBreaker(ELLIPSIS, style), size, true);
  }

  private TextBlock block(String text, List<LineBreaker.Span> spans, double size, boolean cut) {
    var lines = new ArrayList<TextLine>();
    if (!spans.isEmpty()) {
      Bidi paragraph = TextLine.paragraph(text, style.reading().direction());
      for (var span : spans) {
        lines.add(TextLine.of(paragraph, span.start(), span.limit(), style.fonts(), size));
      }
    }
    return new TextBlock(lines, size, size * style.pitch(), style.reading().direction(), cut);
  }
}
