package dev.nashra.social;

import dev.nashra.report.Report;
import java.util.List;
import java.util.Set;

/** Where posts are kept. */
public interface Posts {
  /**
   * Reports whose story has no post yet on at least one of these networks, the most important story
   * first.
   */
  List<Unposted> unposted(Set<Network> networks, int most);

  /**
   * Keeps the first post about a story on its network. One that is there already stays as it is.
   *
   * @return whether it was new
   */
  boolean add(Report report, PostDraft draft);

  /**
   * A report that lacks posts.
   *
   * @param link the address of the article that the headline came from
   * @param lacking the networks without a post, at least one
   */
  record Unposted(Report report, String link, Set<Network> lacking) {
    public Unposted {
      lacking = Set.copyOf(lacking);
    }
  }
}
