package dev.nashra.article.extract;

import java.util.regex.Pattern;

/**
 * Recognises the short lines that stand around articles everywhere: calls to read, share, follow.
 */
final class Furniture {
  private static final int MAX_LENGTH = 160;

  private static final Pattern LINE =
      Pattern.compile(
          "(?:advertis(?:e)?ment|publicité|publicidad|anzeige|реклама|إعلان|اعلان|pubblicità|reklam"
              + "|read more|read also|also read|read next|see also|related(?: articles?| stories| news| topics)?"
              + "|اقرأ أيض|اقرأ ايض|إقرأ أيض|اقرا ايض|اقرأ المزيد|شاهد أيض|مواضيع ذات صلة|أخبار ذات صلة|موضوعات متعلقة"
              + "|follow us|share this|sign up|subscribe|©|copyright).*+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Furniture() {}

  static boolean matches(String text) {
    return text.length() <= MAX_LENGTH && LINE.matcher(text).matches();
  }
}
