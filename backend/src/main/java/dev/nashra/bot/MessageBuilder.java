package dev.nashra.bot;

import dev.nashra.telegram.FormattedText;
import dev.nashra.text.Direction;
import dev.nashra.text.Graphemes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a message together line by line, so that it reads right in its language, and stops before
 * the line that would make it too long.
 *
 * <p>Clients give each line the direction of its first letter. What runs the other way inside a
 * line (a name, a command) is isolated (U+2066 to U+2069), or its slash and digits would jump.
 */
final class MessageBuilder {
  /** The server counts code points, and we UTF-16 units, which are never fewer. */
  static final int MOST = 4096;

  private static final String LEFT_TO_RIGHT = "\u2066";
  private static final String OF_ITS_OWN = "\u2068";
  private static final String END = "\u2069";

  private final Direction direction;
  private final int most;
  private final StringBuilder text = new StringBuilder();
  private final List<FormattedText.Entity> entities = new ArrayList<>();
  private boolean hasGap;
  private boolean isFull;

  MessageBuilder(BotLanguage language) {
    this(language, MOST);
  }

  private MessageBuilder(BotLanguage language, int most) {
    this.direction = language.direction();
    this.most = most;
  }

  /** One that leaves room for what must stand at its end. */
  static MessageBuilder before(FormattedText end, BotLanguage language) {
    return new MessageBuilder(language, MOST - end.text().length() - 1);
  }

  /** A text of at most so many UTF-16 units, cut between letters. */
  static String shortened(String text, int most) {
    return text.length() <= most
        ? text
        : text.substring(0, Graphemes.boundaryAtOrBefore(text, most - 1)).strip() + "…";
  }

  /** A text of foreign origin, so that it does not disturb what stands around it. */
  static String isolated(String foreign) {
    return OF_ITS_OWN + foreign + END;
  }

  /** Begins a line; {@link Line#end} adds it. */
  Line line() {
    return new Line();
  }

  MessageBuilder line(String phrase) {
    return line().text(phrase).end();
  }

  /** An empty line, before the next one. */
  MessageBuilder gap() {
    hasGap = !text.isEmpty();
    return this;
  }

  /** Adds what there was left room for. */
  MessageBuilder add(FormattedText end) {
    open();
    marks(end.entities(), text.length());
    text.append(end.text());
    return this;
  }

  private void open() {
    if (hasGap) {
      text.append('\n');
      hasGap = false;
    }
  }

  private void marks(List<FormattedText.Entity> marks, int start) {
    marks.stream()
        .filter(mark -> mark.length() > 0)
        .map(
            mark ->
                new FormattedText.Entity(
                    mark.type(), start + mark.offset(), mark.length(), mark.url()))
        .forEach(entities::add);
  }

  FormattedText build() {
    var length = text.length();
    while (length > 0 && text.charAt(length - 1) == '\n') {
      length--;
    }
    return new FormattedText(text.substring(0, length), entities);
  }

  /** One line of it. */
  final class Line {
    private final StringBuilder line = new StringBuilder();
    private final List<FormattedText.Entity> marks = new ArrayList<>();

    Line text(String phrase) {
      line.append(phrase);
      return this;
    }

    Line bold(String phrase) {
      return marked("bold", phrase, null);
    }

    /** A name that leads to an address; only a name when the address is not one of the web. */
    Line link(String name, String url) {
      var shown = Direction.ofFirstLetter(name) == direction ? name : isolated(name);
      return url.startsWith("https://") || url.startsWith("http://")
          ? marked("text_link", shown, url)
          : text(shown);
    }

    /** A command that can be tapped or sent as it stands. */
    Line command(String command) {
      return text(LEFT_TO_RIGHT + command + END);
    }

    private Line marked(String type, String phrase, @Nullable String url) {
      marks.add(new FormattedText.Entity(type, line.length(), phrase.length(), url));
      return text(phrase);
    }

    /** Adds it, unless the message would be too long, or an earlier line was left out for that. */
    MessageBuilder end() {
      isFull |= text.length() + line.length() + (hasGap ? 2 : 1) > most;
      if (!isFull) {
        open();
        marks(marks, text.length());
        text.append(line).append('\n');
      }
      return MessageBuilder.this;
    }
  }
}
