package dev.nashra.media.type;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Faces of one weight in order of preference; each letter is drawn by the first that has it.
 *
 * <p>Java gives faces that a program loaded itself no fallback, so a letter they lack would come
 * out as a box. The stack splits a text into runs instead. Digits, spaces and punctuation stay with
 * the face of the letters around them.
 */
public final class FontStack {
  private final List<Font> faces;
  private final Supplier<Font> lastResort;

  /** The last resort is loaded only when a text needs it. */
  FontStack(List<Font> faces, Supplier<Font> lastResort) {
    this.faces = List.copyOf(faces);
    this.lastResort = lastResort;
  }

  /** A stretch of text, by UTF-16 positions, and the face (at size 1) that draws it. */
  public record Run(int start, int limit, Font face) {}

  /** Whether some face has a glyph for it. */
  public boolean covers(int codePoint) {
    return faces.stream().anyMatch(face -> face.canDisplay(codePoint))
        || lastResort.get().canDisplay(codePoint);
  }

  /**
   * Splits a stretch of a text by face, in reading order. Direction marks are in no run: they have
   * done their work, and some faces would draw them.
   */
  public List<Run> runs(String text, int start, int limit) {
    var runs = new ArrayList<Run>();
    var face = faceOfFirstLetter(text, start, limit);
    var runStart = start;
    for (int i = start, next; i < limit; i = next) {
      var codePoint = text.codePointAt(i);
      next = i + Character.charCount(codePoint);
      var mark = BidiMarks.isMark(codePoint);
      var better = mark ? face : faceAfter(face, codePoint);
      if (mark || !better.equals(face)) {
        addRun(runs, runStart, i, face);
        face = better;
        runStart = mark ? next : i;
      }
    }
    addRun(runs, runStart, limit, face);
    return runs;
  }

  private static void addRun(List<Run> runs, int start, int limit, Font face) {
    if (limit > start) {
      runs.add(new Run(start, limit, face));
    }
  }

  private Font faceOfFirstLetter(String text, int start, int limit) {
    return text.substring(start, limit)
        .codePoints()
        .filter(codePoint -> !followsItsNeighbours(codePoint))
        .mapToObj(this::firstFaceWith)
        .findFirst()
        .orElseGet(() -> firstFaceWith(' '));
  }

  private Font faceAfter(Font current, int codePoint) {
    if (isInvisible(codePoint)
        || (followsItsNeighbours(codePoint) && current.canDisplay(codePoint))) {
      return current;
    }
    return firstFaceWith(codePoint);
  }

  private Font firstFaceWith(int codePoint) {
    for (var face : faces) {
      if (face.canDisplay(codePoint)) {
        return face;
      }
    }
    return lastResort.get();
  }

  private static boolean followsItsNeighbours(int codePoint) {
    return switch (Character.UnicodeScript.of(codePoint)) {
      case COMMON, INHERITED -> true;
      default -> Character.isDigit(codePoint);
    };
  }

  private static boolean isInvisible(int codePoint) {
    return Character.getType(codePoint) == Character.FORMAT;
  }
}
