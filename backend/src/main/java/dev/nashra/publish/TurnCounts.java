package dev.nashra.publish;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a turn came to. */
final class TurnCounts {
  int planned;
  int published;
  int later;
  int failed;
  int unknown;
  int held;

  /** What stopped the whole account; null when nothing did. */
  @Nullable String trouble;

  /** For the operator, such as {@code telegram 3 published, 1 held}. */
  String line(String account) {
    var parts = new ArrayList<String>();
    add(parts, published, "published");
    add(parts, later, "later");
    add(parts, failed, "failed");
    add(parts, unknown, "unknown");
    add(parts, held, "held");
    if (trouble != null) {
      parts.add(trouble);
    }
    return parts.isEmpty() ? "" : account + " " + String.join(", ", parts);
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }
}
