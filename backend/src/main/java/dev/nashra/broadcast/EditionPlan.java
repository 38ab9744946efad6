package dev.nashra.broadcast;

import dev.nashra.broadcast.EditionContent.Item;
import dev.nashra.broadcast.EditionContent.Sentence;
import dev.nashra.broadcast.EditionContent.Source;
import dev.nashra.report.CitedSentence;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lays out an edition: which story is told how, and which number each source has. */
final class EditionPlan {
  private static final int HASH_LENGTH = 20;

  private EditionPlan() {}

  /** {@code told} stories in full, the others briefly. */
  static EditionContent of(List<Candidate> candidates, int told) {
    var items = candidates.stream().map(EditionPlan::item).toList();
    int split = Math.min(told, items.size());
    return new EditionContent(items.subList(0, split), items.subList(split, items.size()));
  }

  /**
   * Changes when a story comes, goes, or is written about anew; not with the order, which moves
   * with every minute, nor with the pictures.
   */
  static String hash(EditionContent content) {
    return sha256(reports(content.top()) + "|" + reports(content.rest()));
  }

  private static String reports(List<Item> items) {
    return items.stream()
        .map(Item::reportId)
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(","));
  }

  private static Item item(Candidate candidate) {
    var report = candidate.report();
    var ids = new ArrayList<Long>();
    var sources = new ArrayList<Source>();
    for (var article : candidate.sources()) {
      ids.add(article.id());
      sources.add(new Source(ids.size(), article.outlet(), article.title(), safe(article.url())));
    }
    return new Item(
        report.storyId(),
        report.id(),
        numbered(report.headline(), ids),
        numbered(report.lead(), ids),
        report.keyPoints().stream().map(point -> numbered(point, ids)).toList(),
        sources,
        candidate.image());
  }

  private static Sentence numbered(CitedSentence sentence, List<Long> ids) {
    var numbers =
        sentence.articleIds().stream()
            .map(ids::indexOf)
            .filter(index -> index >= 0)
            .map(index -> index + 1)
            .sorted()
            .toList();
    return new Sentence(sentence.text(), numbers);
  }

  /** Templates escape what stands in a link, but not where it leads. */
  static String safe(String url) {
    var lower = url.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://") ? url.strip() : "";
  }

  private static String sha256(String text) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
