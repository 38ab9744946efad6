package dev.nashra.media.voice;

/** What stands in a text but is not said: addresses, emoji, marks that only the eye needs. */
final class Unspoken {
  private static final Rewriting REMOVAL =
      new Rewriting()
          .replace("(?i)\\b(?:https?://|www\\.)\\S+", " ")
          .replace("\\b[\\w.+-]+@[\\w-]+\\.[\\w.]+\\b", " ")
          .replace("[\\p{Cf}\\p{Co}\\p{Cn}\\p{So}\\p{Sk}&&[^\\u00B0]]", "")
          .replace("\\p{Cntrl}", " ")
          // A handle or hashtag is said without its sign, its words apart.
          .replace("(?<!\\w)[@#]([\\w]+)", match -> match.group(1).replace('_', ' '))
          .replace("[\"“”„«»*_|~^`‘<>{}\\\\]", " ")
          .replace("(?<!\\p{L})['’]|['’](?!\\p{L})", " ")
          .replace("\\s*[(\\[]\\s*|\\s*[)\\]]\\s*(?=[^\\s.,،؛;:!?؟])", ", ")
          .replace("[)\\]]", "")
          .replace("\\s+[–—-]+\\s+|\\s*—\\s*", ", ")
          .replace("…|\\.{2,}", ".")
          .replace("^[\\s,،.]+", "")
          .replace("\\s+(?=[,،.؛;:!?؟](?:\\s|$))", "")
          .replace("([,،])(?:\\s*[,،])+", "$1")
          .replace("\\s+", " ");

  private Unspoken() {}

  static String removedFrom(String text) {
    return REMOVAL.apply(text).strip();
  }
}
