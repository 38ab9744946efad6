package dev.nashra.media.voice;

/**
 * Words that are read in one breath and one language.
 *
 * @param language ISO 639-1
 */
public record Phrase(String language, String text) {}
