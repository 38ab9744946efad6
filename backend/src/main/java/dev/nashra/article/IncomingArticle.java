package dev.nashra.article;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as a source shows it, before we know whether we have it.
 *
 * @param url as the source gives it
 * @param guid the source's own name for it; null when it gives none
 * @param text paragraphs separated by blank lines; may be empty
 * @param published null when the outlet does not say
 * @param updated null when the outlet does not say
 */
public record IncomingArticle(
    long sourceId,
    String outlet,
    String url,
    @Nullable String guid,
    String title,
    String text,
    List<String> authors,
    String language,
    @Nullable Instant published,
    @Nullable Instant updated,
    @Nullable String image) {}
