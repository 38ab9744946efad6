package dev.nashra.report;

import java.util.List;
import java.util.regex.Pattern;

/** Cleans headlines and tells those that inform from those that only want a click. */
final class Titles {
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:(?:breaking(?: news)?|live(?: updates?| blog)?|update(?: ?\\d+)?|exclusive|watch|video|photos?"
              + "|pictures|in pictures|just in|developing|alert|analysis|explainer|opinion|factbox"
              + "|عاجل|خاص|حصري|شاهد|فيديو|بالفيديو|صور|بالصور|بالصور والفيديو|بث مباشر|مباشر|تحديث|متابعة"
              + "|فوری|ویدئو|عکس|فیلم|eilmeldung|liveblog|en direct|direct|última hora|в эфире|срочно|son dakika)"
              + "\\s*(?:[:|؛!/…]|[-–—]+|\\.{2,})\\s*|[\\p{So}\\p{Sk}#*•|]+\\s*)+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern BAIT =
      Pattern.compile(
          "^how |: (?:how|why|what|inside) |you won['’]?t believe|what happened next|this is (?:why|how|what)|here['’]?s (?:why|how|what)"
              + "|everything (?:you|we)|need to know|things (?:to|you)|shocking|shocked|jaw-dropping|stunning"
              + "|goes viral|the internet|find out|revealed:|reasons? why|\\bwhy \\w+ (?:is|are|was|could|should)\\b"
              + "|لن تصدق|لن تتوقع|مفاجأة|صادم|صدمة|تعرف على|اعرف|هذا ما|ماذا (?:حدث|جرى|فعل|قال)|إليك|شاهد|بالفيديو"
              + "|السر|سر |لماذا|(?:^|: )كيف |ما قصة|ما هي|القصة الكاملة|يشعل مواقع|ضجة|فضيحة|باور نمی‌کنید|عجیب",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Most of it is what someone says. */
  private static final Pattern INTERVIEW =
      Pattern.compile("[:،,] ?[‘'“\"«][^’”\"»]{15,}[’'”\"»]$|^[‘“\"«][^’”\"»]{20,}[’”\"»]");

  private static final Pattern LOUD = Pattern.compile("^[^\\p{Ll}]*\\p{Lu}{3}[^\\p{Ll}]*$");

  /** A shorter one that ends in dots is meant to. */
  private static final int SHORTEST_STEM = 60;

  private static final int SHORTEST_CLAUSE = 45;
  private static final int LONGEST_TITLE = 140;

  private Titles() {}

  /** Without labels before it, the outlet's name behind it, and a full stop at its end. */
  static String clean(String title, String outlet) {
    var text = title.replaceAll("[\\s\\p{Z}]+", " ").strip();
    var unlabelled = LABEL.matcher(text).replaceFirst("");
    text = unlabelled.length() >= 15 ? unlabelled : text;
    text = withoutOutlet(text, outlet);
    return text.endsWith(".") && !text.endsWith("..") ? text.substring(0, text.length() - 1) : text;
  }

  /**
   * A title that is the cut-off beginning of the text, as that of a channel's post is, goes on to
   * the end of its sentence, or back to the end of a clause.
   */
  static String completed(String title, List<String> sentences) {
    var stem = title.replaceFirst("\\s*(?:\\.{3}|…)$", "");
    if (stem.length() == title.length() || stem.length() < SHORTEST_STEM) {
      return title;
    }
    return sentences.stream()
        .filter(sentence -> sentence.startsWith(stem))
        .findFirst()
        .map(
            sentence ->
                sentence.length() <= LONGEST_TITLE
                    ? sentence
                    : Trimming.finished(title, SHORTEST_CLAUSE))
        .map(whole -> whole.endsWith("..") ? whole : whole.replaceFirst("[.۔。]$", ""))
        .orElse(title);
  }

  /** From 0, a bad headline, to 1, one that says what happened in a good length. */
  static double quality(String title) {
    double quality = 1;
    if (title.length() < 25) {
      quality *= 0.6;
    }
    if (title.length() > 95) {
      quality *= Math.max(0.2, 1 - (title.length() - 95) / 80.0);
    }
    if (title.contains("?") || title.contains("؟")) {
      quality *= 0.35;
    }
    if (BAIT.matcher(title).find()) {
      quality *= 0.35;
    }
    if (title.contains("...") || title.contains("…") || title.contains("!")) {
      quality *= 0.6;
    }
    if (LOUD.matcher(title).matches()) {
      quality *= 0.5;
    }
    if (INTERVIEW.matcher(title).find()) {
      quality *= 0.45;
    }
    if (title.contains(": ")) {
      quality *= 0.9;
    }
    return quality;
  }

  /** "Headline - Outlet", "Headline | Outlet": also where only a part of the name stands. */
  private static String withoutOutlet(String title, String outlet) {
    for (var separator : new String[] {" | ", " - ", " – ", " — ", " :: "}) {
      int cut = title.lastIndexOf(separator);
      if (cut >= 15) {
        var tail = title.substring(cut + separator.length()).strip();
        boolean isName =
            !outlet.isBlank()
                && (outlet.equalsIgnoreCase(tail)
                    || outlet.contains(tail)
                    || tail.contains(outlet));
        if (isName || (separator.equals(" | ") && tail.length() < 30)) {
          return title.substring(0, cut).strip();
        }
      }
    }
    return title;
  }
}
