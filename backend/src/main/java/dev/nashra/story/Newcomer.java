package dev.nashra.story;

/**
 * An article that belongs to no story yet.
 *
 * @param version its wording that the document shows
 */
public record Newcomer(long articleId, int version, ClusterDocument document) {}
