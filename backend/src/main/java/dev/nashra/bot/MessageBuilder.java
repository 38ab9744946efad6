package dev.nashra.bot;

import dev.nashra.telegram.FormattedText;
import dev.nashra.text.Direction;
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
  private final StringBuilder text = new StringBuilder();
  private final List<FormattedText.Entity> entities = new ArrayList<>();
  private boolean isFull;

  MessageBuilder(BotLanguage language) {
    this.direction = language.direction();
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
    if (!text.isEmpty()) {
      text.append('\n');
    }
    return this;
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
      isFull |= text.length() + line.length() + 1 > MOST;
      if (!isFull) {
        var start = text.length();
        marks.stream()
            .filter(mark -> mark.length() > 0)
            .map(
                mark ->
                    new FormattedText.Entity(
                        mark.type(), start + mark.offset(), mark.length(), mark.url()))
            .forEach(entities::add);
        text.append(line).append('\n');
      }
      return MessageBuilder.this;
    }
  }
}
