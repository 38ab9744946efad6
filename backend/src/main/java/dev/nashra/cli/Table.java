package dev.nashra.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns of text for a terminal, as wide as their widest cell. */
final class Table {
  private static final String GAP = "  ";
  private static final int NUMBER_ALIGN = 1;

  private final List<String[]> rows = new ArrayList<>();
  private final boolean[] toTheRight;

  /** A heading that begins with {@code >} belongs to a column of numbers. */
  Table(String... headings) {
    toTheRight = new boolean[headings.length];
    var row = new String[headings.length];
    for (var i = 0; i < headings.length; i++) {
      toTheRight[i] = headings[i].startsWith(">");
      row[i] = toTheRight[i] ? headings[i].substring(NUMBER_ALIGN) : headings[i];
    }
    rows.add(row);
  }

  /** A cell without a value is a dash. */
  Table row(@Nullable Object... cells) {
    rows.add(
        Arrays.stream(cells)
            .map(cell -> cell == null ? "-" : cell.toString())
            .toArray(String[]::new));
    return this;
  }

  @Override
  public String toString() {
    var widths = new int[toTheRight.length];
    for (var row : rows) {
      for (var i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], width(row[i]));
      }
    }
    var text = new StringBuilder();
    for (var row : rows) {
      text.append(line(row, widths).stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private String line(String[] row, int[] widths) {
    var line = new StringBuilder();
    for (var i = 0; i < row.length; i++) {
      var padding = " ".repeat(widths[i] - width(row[i]));
      line.append(toTheRight[i] ? padding + row[i] : row[i] + padding).append(GAP);
    }
    return line.toString();
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
