package dev.nashra.report;

import dev.nashra.text.Sentences;
import java.util.regex.Pattern;

/**
 * Makes text from the web fit to be shown to a model: nothing invisible, nothing that speaks to the
 * model, no addresses.
 */
final class Untrusted {
  /** Controls, bidirectional overrides, zero-width characters, tags; not the Persian non-joiner. */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cntrl}&&[^\\n\\t]]|[\\u00AD\\u061C\\u115F\\u180E\\u200B\\u200D-\\u200F\\u202A-\\u202E"
              + "\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB]|[\\x{E0000}-\\x{E007F}]|(?<!\\p{L})\\u200C");

  /** Sentences that give orders to a machine; news about machines keeps the rest. */
  private static final Pattern ORDER =
      Pattern.compile(
          "(?:ignore|disregard|forget|override) (?:\\w+ ){0,4}(?:instruction|prompt|rule|context|above)"
              + "|system prompt|you are (?:now |an? )?(?:ai|assistant|language model|chatgpt|gpt)"
              + "|as an ai\\b|new instructions?\\s*:|(?:^|\\n)\\s*(?:system|assistant|user)\\s*:"
              + "|respond (?:only )?with|your (?:answer|response|output) (?:must|should)"
              + "|<\\|?(?:im_start|im_end|system|endoftext)|\\[/?inst\\]|\"(?:headline|key_points|lead)\""
              + "|تجاهل (?:\\S+ ){0,4}(?:التعليمات|الأوامر|ما سبق)|أنت (?:الآن )?(?:مساعد|نموذج لغوي|ذكاء)"
              + "|تعليمات جديدة\\s*:",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?://|www\\.)\\S+|\\S+@\\S+\\.\\S+", Pattern.CASE_INSENSITIVE);

  private Untrusted() {}

  /** At most that many characters, cut at a sentence's end where there is one. */
  static String cleaned(String text, int longest) {
    var visible = INVISIBLE.matcher(text).replaceAll("");
    var kept = new StringBuilder();
    for (var line : visible.lines().toList()) {
      for (var sentence : Sentences.split(line, "und")) {
        if (!ORDER.matcher(sentence).find()) {
          kept.append(ADDRESS.matcher(sentence).replaceAll("")).append(' ');
        }
      }
      kept.append('\n');
    }
    return shortened(kept.toString().strip(), longest);
  }

  private static String shortened(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    var head = text.substring(0, longest);
    int end =
        Math.max(head.lastIndexOf(". "), Math.max(head.lastIndexOf('؟'), head.lastIndexOf('\n')));
    return end > longest / 2 ? head.substring(0, end + 1) : head;
  }
}
