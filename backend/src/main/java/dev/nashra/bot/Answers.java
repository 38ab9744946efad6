package dev.nashra.bot;

import dev.nashra.telegram.FormattedText;
import dev.nashra.text.ArabicFolding;
import dev.nashra.text.Graphemes;
import dev.nashra.text.Token;
import dev.nashra.text.Tokens;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the bot answers to a command, in the reader's language. */
final class Answers {
  private static final int IN_LIST = 7;
  private static final int MOST_QUERY = 200;
  private static final int MOST_HEADLINE = 400;
  private static final int MOST_LEAD = 1500;
  private static final int MOST_SOURCES = 12;
  private static final int MOST_OUTLET = 60;
  private static final Pattern NUMBER = Pattern.compile("#?([0-9]{1,18})");

  private final Newsstand newsstand;
  private final String newsroom;
  private final Optional<URI> pages;
  private final ZoneId zone;

  /**
   * @param newsroom its name
   * @param pages where the newsroom's pages are, with a slash at the end; empty: readers cannot
   *     reach them
   */
  Answers(Newsstand newsstand, String newsroom, Optional<URI> pages, ZoneId zone) {
    this.newsstand = newsstand;
    this.newsroom = newsroom;
    this.pages = pages;
    this.zone = zone;
  }

  FormattedText start(BotLanguage language) {
    var hello = phrases(language).get("hello", Map.of("name", MessageBuilder.isolated(newsroom)));
    return help(message(language).line(hello).gap(), language);
  }

  FormattedText help(BotLanguage language) {
    return help(message(language), language);
  }

  FormattedText unknownCommand(BotLanguage language) {
    return help(message(language).line(phrases(language).get("unknown")).gap(), language);
  }

  private FormattedText help(MessageBuilder message, BotLanguage language) {
    var phrases = phrases(language);
    message.line(phrases.get("help"));
    for (var command : BotCommand.values()) {
      if (command.isInHelp()) {
        var line = message.line().text(phrases.get("help." + command.word()) + " ");
        line.command(command.example()).end();
      }
    }
    return message.build();
  }

  FormattedText latest(BotLanguage language) {
    var lines = newsstand.latest(language.code(), IN_LIST);
    var phrases = phrases(language);
    if (lines.isEmpty()) {
      return message(language).line(phrases.get("latest.none")).build();
    }
    var message = message(language);
    message.line().bold(phrases.get("latest")).end();
    lines.forEach(line -> list(message, line, language));
    return message.build();
  }

  private void list(MessageBuilder message, Newsstand.Line story, BotLanguage language) {
    var phrases = phrases(language);
    message.gap().line(MessageBuilder.shortened(story.headline(), MOST_HEADLINE));
    var outlets = phrases.get("outlets", Map.of("n", story.outlets()));
    message
        .line()
        .text("%s · %s ".formatted(outlets, phrases.get("more")))
        .command("/story_%d".formatted(story.id()))
        .end();
  }

  FormattedText story(String arguments, BotLanguage language) {
    var phrases = phrases(language);
    var number = number(arguments);
    if (number.isEmpty()) {
      var message = message(language);
      message.line().text(phrases.get("story.which") + " ").command("/story 12").end();
      return message
          .line()
          .text(phrases.get("story.numbers") + " ")
          .command("/latest")
          .end()
          .build();
    }
    return newsstand
        .story(number.getAsLong())
        .map(story -> story(story, language))
        .orElseGet(() -> message(language).line(phrases.get("story.unknown")).build());
  }

  private static OptionalLong number(String arguments) {
    var found = NUMBER.matcher(ArabicFolding.fold(arguments).strip());
    return found.matches() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
  }

  private FormattedText story(Newsstand.Story story, BotLanguage language) {
    var end = about(story, language);
    var message = MessageBuilder.before(end, language);
    message.line().bold(MessageBuilder.shortened(story.headline(), MOST_HEADLINE)).end();
    if (!story.lead().isBlank()) {
      message.gap().line(MessageBuilder.shortened(story.lead(), MOST_LEAD));
    }
    story.points().forEach(point -> message.gap().line("• " + point));
    return message.gap().add(end).build();
  }

  private FormattedText about(Newsstand.Story story, BotLanguage language) {
    var phrases = phrases(language);
    var message = message(language);
    sources(message, story.articles(), phrases);
    message.line(phrases.get("updated", Map.of("time", phrases.time(story.updated()))));
    pages.ifPresent(
        address ->
            message
                .line()
                .link(phrases.get("page"), address + "stories/%d.html".formatted(story.id()))
                .end());
    return message.build();
  }

  private static void sources(
      MessageBuilder message, List<Newsstand.Article> articles, Phrases phrases) {
    var line = message.line().text(phrases.get("sources") + " ");
    var comma = "";
    for (var article : articles.subList(0, Math.min(articles.size(), MOST_SOURCES))) {
      var outlet = MessageBuilder.shortened(article.outlet(), MOST_OUTLET);
      line.text(comma).link(outlet, article.url());
      comma = phrases.get("comma");
    }
    if (!articles.isEmpty()) {
      line.end();
    }
  }

  FormattedText digest(BotLanguage language) {
    return newsstand
        .digest(language.code())
        .map(digest -> digest(digest, language))
        .orElseGet(
            () ->
                message(language)
                    .line()
                    .text(phrases(language).get("digest.none") + " ")
                    .command("/latest")
                    .end()
                    .build());
  }

  private FormattedText digest(Newsstand.Digest digest, BotLanguage language) {
    var phrases = phrases(language);
    var message = message(language);
    message.line().bold(MessageBuilder.shortened(digest.title(), MOST_HEADLINE)).end();
    digest.top().forEach(line -> list(message, line, language));
    pages.ifPresent(
        address ->
            message
                .gap()
                .line()
                .link(phrases.get("digest.page"), address + "broadcast/" + digest.file())
                .end());
    if (!digest.rest().isEmpty()) {
      message.gap().line().bold(phrases.get("digest.rest")).end();
      digest.rest().forEach(line -> list(message, line, language));
    }
    return message.build();
  }

  FormattedText search(String words, BotLanguage language) {
    var phrases = phrases(language);
    if (words.isBlank()) {
      var message = message(language).line(phrases.get("search.which"));
      return message.line(phrases.get("search.example")).build();
    }
    var query = words.substring(0, Graphemes.boundaryAtOrBefore(words, MOST_QUERY));
    var shown = Map.<String, Object>of("query", MessageBuilder.isolated(query.replace('\n', ' ')));
    var found = newsstand.search(readings(query), language.code(), IN_LIST);
    if (found.isEmpty()) {
      return message(language).line(phrases.get("search.none", shown)).build();
    }
    var message = message(language);
    message.line().bold(phrases.get("search.found", shown)).end();
    found.forEach(line -> list(message, line, language));
    return message.build();
  }

  /** A word looks different to each language; a few of them cannot be told by themselves. */
  private static List<List<String>> readings(String query) {
    return Stream.of(Optional.<String>empty(), Optional.of("ar"), Optional.of("en"))
        .map(language -> Tokens.of(query, language.orElse(null)))
        .map(tokens -> tokens.stream().map(Token::term).distinct().toList())
        .filter(words -> !words.isEmpty())
        .distinct()
        .toList();
  }

  FormattedText language(BotLanguage language, boolean isChosen) {
    var phrases = phrases(language);
    var other = language == BotLanguage.ARABIC ? BotLanguage.ENGLISH : BotLanguage.ARABIC;
    return message(language)
        .line(phrases.get(isChosen ? "language.is" : "language.ask"))
        .line()
        .text(phrases.get("language.other") + " ")
        .command("/language_" + other.code())
        .end()
        .build();
  }

  FormattedText cancelled(boolean wasRunning, BotLanguage language) {
    var key = wasRunning ? "cancel.done" : "cancel.none";
    return message(language).line(phrases(language).get(key)).build();
  }

  private Phrases phrases(BotLanguage language) {
    return new Phrases(language, zone);
  }

  private static MessageBuilder message(BotLanguage language) {
    return new MessageBuilder(language);
  }
}
