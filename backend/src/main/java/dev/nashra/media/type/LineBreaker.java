package dev.nashra.media.type;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Breaks one paragraph into lines of any width.
 *
 * <p>The smallest parts between two break opportunities are measured once, at size 1; after that,
 * trying a size or a width is arithmetic. Kerning across a blank is left out, which {@link TextBox}
 * makes good by checking the shaped lines.
 */
final class LineBreaker {
  /** Measured large, because advances are rounded. */
  private static final double REFERENCE_SIZE = 128;

  private static final int BALANCING_STEPS = 12;

  /** A filled paragraph may become this much narrower for a better last line. */
  private static final double FILLED_FLOOR = 0.86;

  private static final Pattern SHORT_NUMBER = Pattern.compile("[\\p{Nd}.,\u066B\u066C]{1,7} ?");
  private static final int SHORT_UNIT = 8;
  private static final Pattern HYPHENATED = Pattern.compile("[\\p{L}\\p{N}][-\u2010]$");
  private static final int SHORT_PIECE = 3;

  private final String text;
  private final TextStyle style;
  private final List<Part> parts;

  LineBreaker(String text, TextStyle style) {
    this(text, style, partsOf(text, style));
  }

  private LineBreaker(String text, TextStyle style, List<Part> parts) {
    this.text = text;
    this.style = style;
    this.parts = parts;
  }

  /** A line by its positions in the text, without the blanks at its end, and its width. */
  record Span(int start, int limit, double width) {}

  /** Text up to a break opportunity: its width, and its width without the blanks at its end. */
  private record Part(int start, int limit, int inkLimit, double width, double inkWidth) {}

  double widestPart() {
    return parts.stream().mapToDouble(Part::inkWidth).max().orElse(0);
  }

  /** Ends of the parts, where a text may be cut. */
  List<Integer> cuts() {
    return parts.stream().map(Part::inkLimit).toList();
  }

  /** The same paragraph with opportunities inside words that are wider than a line. */
  LineBreaker breakingWords(double width) {
    var broken = new ArrayList<Part>();
    for (var part : parts) {
      if (part.inkWidth() > width) {
        broken.addAll(partsAt(text, part.start(), part.limit(), style, characterBreaks(style)));
      } else {
        broken.add(part);
      }
    }
    return new LineBreaker(text, style, broken);
  }

  /** How much of the box the lines leave empty because of their different lengths, 0 to 1. */
  double unevenness(List<Span> lines) {
    var widths = lines.stream().mapToDouble(Span::width).toArray();
    var widest = Arrays.stream(widths).max().orElse(0);
    return widest == 0 ? 0 : 1 - Arrays.stream(widths).average().orElse(0) / widest;
  }

  /** Lines no wider than this (in sizes), unless a single part is. */
  List<Span> lines(double width) {
    var fewest = fill(width);
    if (fewest.size() < 2) {
      return fewest;
    }
    return switch (style.wrap()) {
      case BALANCED -> narrowest(0, width, fewest);
      case FILLED ->
          isLonely(fewest.getLast()) ? narrowest(width * FILLED_FLOOR, width, fewest) : fewest;
    };
  }

  private List<Span> fill(double width) {
    var lines = new ArrayList<Span>();
    double used = 0;
    int first = 0;
    for (int i = 0; i < parts.size(); i++) {
      if (i > first && used + parts.get(i).inkWidth() > width) {
        lines.add(span(first, i - 1, used));
        first = i;
        used = 0;
      }
      used += parts.get(i).width();
    }
    if (first < parts.size()) {
      lines.add(span(first, parts.size() - 1, used));
    }
    return lines;
  }

  private Span span(int first, int last, double width) {
    var end = parts.get(last);
    var blanks = end.width() - end.inkWidth();
    return new Span(parts.get(first).start(), end.inkLimit(), width - blanks);
  }

  private List<Span> narrowest(double floor, double width, List<Span> fewest) {
    var best = fewest;
    double low = floor;
    double high = width;
    for (int step = 0; step < BALANCING_STEPS; step++) {
      var middle = (low + high) / 2;
      var tried = middle < widestPart() ? List.<Span>of() : fill(middle);
      if (tried.size() == fewest.size()) {
        best = tried;
        high = middle;
      } else {
        low = middle;
      }
    }
    return best;
  }

  private boolean isLonely(Span last) {
    return text.substring(last.start(), last.limit()).indexOf(' ') < 0;
  }

  private static List<Part> partsOf(String text, TextStyle style) {
    var opportunities = BreakIterator.getLineInstance(style.reading().locale());
    return withUnits(text, partsAt(text, 0, text.length(), style, opportunities));
  }

  private static BreakIterator characterBreaks(TextStyle style) {
    return BreakIterator.getCharacterInstance(style.reading().locale());
  }

  private static List<Part> partsAt(
      String text, int start, int limit, TextStyle style, BreakIterator opportunities) {
    opportunities.setText(text.substring(start, limit));
    var parts = new ArrayList<Part>();
    int from = 0;
    for (int to = opportunities.next(); to != BreakIterator.DONE; to = opportunities.next()) {
      parts.add(measured(text, start + from, start + to, style));
      from = to;
    }
    return parts;
  }

  private static Part measured(String text, int start, int limit, TextStyle style) {
    var part = text.substring(start, limit);
    var ink = part.stripTrailing();
    var inkWidth = width(ink, style);
    var width = ink.length() == part.length() ? inkWidth : width(part, style);
    return new Part(start, limit, start + ink.length(), width, inkWidth);
  }

  private static double width(String text, TextStyle style) {
    var direction = style.reading().direction();
    return TextLine.of(text, style.fonts(), direction, REFERENCE_SIZE).advance() / REFERENCE_SIZE;
  }

  private static List<Part> withUnits(String text, List<Part> parts) {
    var joined = new ArrayList<Part>();
    for (var part : parts) {
      if (!joined.isEmpty() && belongTogether(text, joined.getLast(), part)) {
        joined.add(join(joined.removeLast(), part));
      } else {
        joined.add(part);
      }
    }
    return joined;
  }

  /** Keeps "2.5 million" and "Al-Wadq" on one line; "desalination-plant" may be broken. */
  private static boolean belongTogether(String text, Part before, Part part) {
    var word = text.substring(before.start(), before.limit());
    int length = part.inkLimit() - part.start();
    boolean isNumber = length <= SHORT_UNIT && SHORT_NUMBER.matcher(word).matches();
    boolean isCompound =
        HYPHENATED.matcher(word).find()
            && (word.length() <= SHORT_PIECE + 1 || length <= SHORT_PIECE);
    return isNumber || isCompound;
  }

  private static Part join(Part one, Part next) {
    return new Part(
        one.start(),
        next.limit(),
        next.inkLimit(),
        one.width() + next.width(),
        one.width() + next.inkWidth());
  }
}
