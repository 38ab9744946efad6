package dev.nashra.story;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** The stories of this newsroom, and which article belongs to which. */
public interface Stories {
  /**
   * Articles without a story, in the order in which they are to be decided. It does not depend on
   * the order in which they were collected.
   */
  List<Newcomer> newcomers(int limit);

  /**
   * Gives the latest articles that have a story, in the order in which they were decided, with the
   * number of the story.
   */
  void recent(int limit, ObjLongConsumer<ClusterDocument> consumer);

  /** Starts a story with the article and gives the story's number. */
  long start(Newcomer article, StoryMatch why, Instant now);

  /** Adds the article to a story. */
  void join(long storyId, Newcomer article, StoryMatch why, Instant now);

  /**
   * Notes the stories whose articles were reworded after they had been decided; an edit does not
   * move an article to another story. Gives how many articles it were.
   */
  int noteRewordings(Instant now);

  /** What ranks are made from, for the stories with news since a moment. */
  List<StoryFacts> facts(Instant since);

  /** Stores ranks by the number of the story. */
  void rank(Map<Long, Double> ranks);
}
