package dev.nashra.publish.telegram;

import dev.nashra.telegram.FormattedText;

/**
 * The text of a post as a Telegram message: the headline in bold, and the source's line leading to
 * the article in place of the bare link.
 */
final class MessageText {
  private MessageText() {}

  static FormattedText of(String text, String link) {
    int headline = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
    int credit = startOfCredit(text, link);
    if (credit <= headline) {
      return FormattedText.plain(text).bold(0, headline);
    }
    int linkLine = text.indexOf('\n', credit);
    var visible = text.substring(0, linkLine) + text.substring(linkLine + 1 + link.length());
    return FormattedText.plain(visible).bold(0, headline).link(credit, linkLine, link);
  }

  /** Where the line right above the link begins; -1 when there is none. */
  private static int startOfCredit(String text, String link) {
    int place = ("\n" + text + "\n").lastIndexOf("\n" + link + "\n");
    if (link.isEmpty() || place <= 0 || text.charAt(place - 1) != '\n') {
      return -1;
    }
    int start = text.lastIndexOf('\n', place - 2) + 1;
    return start < place - 1 ? start : -1;
  }
}
