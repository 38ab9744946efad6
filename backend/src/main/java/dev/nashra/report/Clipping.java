package dev.nashra.report;

import java.time.Instant;

/**
 * What a writer sees of an article.
 *
 * @param text paragraphs separated by blank lines; empty when only a headline is known
 * @param language ISO 639-1, or {@code und}
 */
public record Clipping(
    long id, String outlet, String title, String text, String language, Instant published) {}
