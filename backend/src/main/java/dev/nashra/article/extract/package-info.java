/**
 * Reading an article out of a web page: {@link dev.nashra.article.extract.ArticleExtractor} is the
 * way in.
 *
 * <p>Three witnesses are heard for each field, in this order of trust: what the page says to
 * machines (JSON-LD, then meta tags), what it marks up (microdata, {@code time}, class names), and
 * what can be seen (headings, bylines, dates in the text and in the address). The body text is
 * taken from the block that the witnesses agree on and then freed of what is not the article:
 * related links, share bars, captions, author boxes.
 *
 * <p>No rule names a site. Pages are untrusted: their size, depth, and the work spent on them are
 * bounded, and nothing in them makes extraction throw.
 */
@NullMarked
package dev.nashra.article.extract;

import org.jspecify.annotations.NullMarked;
