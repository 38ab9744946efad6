/** What was written: articles, their identity and versions, and the extraction of their text. */
@NullMarked
package dev.nashra.article;

import org.jspecify.annotations.NullMarked;
