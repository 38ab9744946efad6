package dev.nashra.broadcast;

import dev.nashra.broadcast.Candidate.Picture;
import dev.nashra.text.SameWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an edition says.
 *
 * @param top the stories told in full, the most important first
 * @param rest stories told in a sentence; empty in a bulletin
 */
public record EditionContent(List<Item> top, List<Item> rest) {
  public EditionContent {
    top = List.copyOf(top);
    rest = List.copyOf(rest);
  }

  /**
   * A story in an edition.
   *
   * @param sources numbered from 1 by their place
   */
  public record Item(
      long storyId,
      long reportId,
      Sentence headline,
      Sentence lead,
      List<Sentence> points,
      List<Source> sources,
      @Nullable Picture image) {
    public Item {
      points = List.copyOf(points);
      sources = List.copyOf(sources);
    }

    /** Whether the lead says no more than the headline, as when only a headline is known. */
    boolean leadRepeats() {
      return SameWords.in(headline.text(), lead.text());
    }

    public Item withoutImage() {
      return new Item(storyId, reportId, headline, lead, points, sources, null);
    }
  }

  /** A sentence with the numbers of its sources. */
  public record Sentence(String text, List<Integer> sources) {
    public Sentence {
      sources = List.copyOf(sources);
    }
  }

  /**
   * An article behind a story.
   *
   * @param url empty when the address is not one of the web
   */
  public record Source(int number, String outlet, String title, String url) {}
}
