package dev.nashra.collect;

import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to an entry: a picture, a recording, a film.
 *
 * @param type media type, as the source writes it
 * @param length in bytes
 */
public record Enclosure(String url, @Nullable String type, @Nullable Long length) {}
