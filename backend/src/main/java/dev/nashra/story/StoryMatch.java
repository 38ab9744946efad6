package dev.nashra.story;

import java.util.List;

/**
 * Which story a document belongs to, and why.
 *
 * @param storyKey the key under which the story is known
 * @param score how likely the best known story seemed, from 0 to 1; a document joins from one half
 * @param isNew whether the document starts the story
 * @param terms the words shared with that best story, as this document writes them, strongest first
 */
public record StoryMatch(String storyKey, double score, boolean isNew, List<String> terms) {
  public StoryMatch {
    terms = List.copyOf(terms);
  }
}
