/**
 * Getting what sources offer: readers of feeds (RSS, RDF, Atom, JSON Feed), of section pages of
 * news sites and of the public previews of Telegram channels.
 *
 * <p>Every reader takes the bytes of one answer and gives a {@link dev.nashra.collect.Feed} or the
 * reason why there is none. Readers fetch nothing, never throw on what they read, and bound what
 * they keep. What they give is safe to show: titles and names are plain text, texts are sanitised
 * HTML, links are absolute {@code http} or {@code https} addresses.
 */
@NullMarked
package dev.nashra.collect;

import org.jspecify.annotations.NullMarked;
