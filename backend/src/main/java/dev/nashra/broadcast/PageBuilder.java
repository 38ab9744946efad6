package dev.nashra.broadcast;

import dev.nashra.broadcast.EditionContent.Item;
import dev.nashra.broadcast.EditionPage.Head;
import dev.nashra.broadcast.EditionPage.Image;
import dev.nashra.broadcast.EditionPage.Link;
import dev.nashra.broadcast.EditionPage.Player;
import dev.nashra.broadcast.EditionPage.Sentence;
import dev.nashra.broadcast.EditionPage.Source;
import dev.nashra.broadcast.EditionPage.Story;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prepares an edition for its page, which may lie some folders below the broadcast folder. */
final class PageBuilder {
  private final Edition edition;
  private final Wording words;
  private final String root;
  private final String mediaBase;

  /**
   * {@code root} leads from the page to the broadcast folder, such as {@code ../../}; {@code
   * mediaBase} from there to the media folder.
   */
  PageBuilder(Edition edition, Wording words, String root, String mediaBase) {
    this.edition = edition;
    this.words = words;
    this.root = root;
    this.mediaBase = mediaBase.matches("(?:https?:)?/.*") ? mediaBase : root + mediaBase;
  }

  EditionPage build(String newsroom, String style, List<Link> others) {
    return new EditionPage(
        head(newsroom),
        style,
        player(),
        edition.content().top().stream().map(this::story).toList(),
        words.phrase("rest"),
        edition.content().rest().stream().map(this::story).toList(),
        words.phrase("sources"),
        others);
  }

  private Head head(String newsroom) {
    var updated = words.phrase("updated", Map.of("time", words.time(edition.updated())));
    return new Head(
        edition.language(),
        words.direction(),
        newsroom,
        words.phrase(edition.kind().slug()),
        edition.title(),
        words.date(edition.made()),
        words.time(edition.made()),
        edition.kind() == EditionKind.DIGEST ? updated : words.time(edition.made()),
        words.phrase("about"));
  }

  private @Nullable Player player() {
    var audio = edition.audio();
    if (audio == null) {
      return null;
    }
    long minutes = Math.max(1, Math.round(audio.duration().toSeconds() / 60.0));
    return new Player(
        root + audio.file(), words.phrase("listen"), words.phrase("minutes", Map.of("n", minutes)));
  }

  private Story story(Item item) {
    var sources = item.sources().stream().map(this::source).toList();
    var picture = item.image();
    return new Story(
        "story-" + item.storyId(),
        sentence(item.headline(), sources),
        item.leadRepeats() ? new Sentence("", List.of()) : sentence(item.lead(), sources),
        item.points().stream().map(point -> sentence(point, sources)).toList(),
        sources,
        picture == null
            ? null
            : new Image(mediaBase + picture.file(), picture.width(), picture.height()));
  }

  private Source source(EditionContent.Source source) {
    return new Source(
        source.number(),
        EditionPlan.safe(source.url()),
        source.outlet(),
        source.title(),
        words.phrase("source", Map.of("n", source.number())));
  }

  private static Sentence sentence(EditionContent.Sentence sentence, List<Source> sources) {
    return new Sentence(
        sentence.text(),
        sentence.sources().stream()
            .filter(number -> number >= 1 && number <= sources.size())
            .map(number -> sources.get(number - 1))
            .toList());
  }
}
