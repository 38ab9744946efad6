package dev.nashra.bot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the newsroom has for readers. */
public interface Newsstand {
  /** The stories written about, the most important first. */
  List<Line> latest(String language, int limit);

  /** One story; a story that was merged into another gives the other. */
  Optional<Story> story(long id);

  /**
   * Stories whose report has all words of one of the lists, those in the language first.
   *
   * @param words lists of words as {@link dev.nashra.text.Tokens} gives them
   */
  List<Line> search(List<List<String>> words, String language, int limit);

  /** The newest digest of a language. */
  Optional<Digest> digest(String language);

  /**
   * A story in a list.
   *
   * @param outlets how many tell it
   */
  record Line(long id, String headline, int outlets) {}

  /** A story as it is told. */
  record Story(
      long id,
      String headline,
      String lead,
      List<String> points,
      List<Article> articles,
      Instant updated) {}

  /** An article behind a story. */
  record Article(String outlet, String url) {}

  /**
   * A digest.
   *
   * @param file its page, below the broadcast folder
   * @param top the stories told in full
   * @param rest the other ones
   */
  record Digest(String title, String file, List<Line> top, List<Line> rest) {}
}
