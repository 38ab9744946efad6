package dev.nashra.publish;

import java.time.Instant;

/** An article that a report cites, as it is credited. */
public record SourceArticle(
    long id, String outlet, String title, String url, String language, Instant published) {}
