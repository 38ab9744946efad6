package dev.nashra.bot;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A command of a message.
 *
 * @param name in lower case, without the slash
 * @param addressee the bot that it names after {@code @}; empty: none
 * @param arguments what follows it; what is joined to a name by {@code _}, as in {@code /story_12},
 *     follows too
 */
record Command(String name, String addressee, String arguments) {
  private static final Pattern SYNTAX =
      Pattern.compile(
          "/([A-Za-z0-9]{1,32})(?:_([A-Za-z0-9_]{1,32}))?(?:@([A-Za-z0-9_]{3,64}))?(?:\\s+(.*))?",
          Pattern.DOTALL);

  /** The command that a message is; empty for any other text. */
  static Optional<Command> of(String text) {
    var found = SYNTAX.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    var joined = orEmpty(found.group(2));
    return Optional.of(
        new Command(
            found.group(1).toLowerCase(Locale.ROOT),
            orEmpty(found.group(3)),
            (joined + " " + orEmpty(found.group(4))).strip()));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
