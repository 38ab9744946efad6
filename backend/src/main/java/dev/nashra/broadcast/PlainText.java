package dev.nashra.broadcast;

import dev.nashra.broadcast.EditionContent.Item;
import java.util.List;
import java.util.stream.Collectors;

/** An edition as plain text: to read, to mail, to send to a channel. */
final class PlainText {
  private PlainText() {}

  static String of(Edition edition, String newsroom, Wording words) {
    var text = new StringBuilder();
    text.append(newsroom).append(" — ").append(words.phrase(edition.kind().slug())).append('\n');
    text.append(words.date(edition.updated())).append(" · ").append(words.time(edition.updated()));
    text.append("\n\n");
    var top = edition.content().top();
    for (int i = 0; i < top.size(); i++) {
      text.append(i + 1).append(". ");
      tell(text, top.get(i), words);
    }
    brief(text, edition.content().rest(), words);
    return text.toString().strip() + "\n";
  }

  private static void tell(StringBuilder text, Item item, Wording words) {
    text.append(item.headline().text()).append("\n\n");
    lead(text, item);
    item.points().forEach(point -> text.append("• ").append(point.text()).append('\n'));
    sources(text, item, words);
    text.append('\n');
  }

  private static void brief(StringBuilder text, List<Item> rest, Wording words) {
    if (rest.isEmpty()) {
      return;
    }
    text.append("— ").append(words.phrase("rest")).append(" —\n\n");
    for (var item : rest) {
      text.append("▪ ").append(item.headline().text()).append('\n');
      lead(text, item);
      sources(text, item, words);
      text.append('\n');
    }
  }

  private static void lead(StringBuilder text, Item item) {
    if (!item.leadRepeats()) {
      text.append(item.lead().text()).append('\n');
    }
  }

  private static void sources(StringBuilder text, Item item, Wording words) {
    var outlets =
        item.sources().stream()
            .map(EditionContent.Source::outlet)
            .distinct()
            .collect(Collectors.joining(words.phrase("comma")));
    if (!outlets.isEmpty()) {
      text.append(words.phrase("sources")).append(": ").append(outlets).append('\n');
    }
  }
}
