/**
 * What happened: articles about one event, grouped as they arrive.
 *
 * <p>{@link dev.nashra.story.StoryClusterer} decides, one article after the other: {@code
 * DocumentReader} takes an article apart into terms, {@code StoryIndex} finds the few stories that
 * share rare ones, {@code Comparison} measures how alike they are, {@code Evidence} turns that into
 * odds. {@link dev.nashra.story.ClusterNewsJob} does it for the newsroom. The technote {@code
 * clustering.md} has the reasons and the figures.
 */
@NullMarked
package dev.nashra.story;

import org.jspecify.annotations.NullMarked;
