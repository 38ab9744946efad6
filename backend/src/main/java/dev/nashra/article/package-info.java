/** What was written: identity of articles, their versions, and finding duplicates among them. */
@NullMarked
package dev.nashra.article;

import org.jspecify.annotations.NullMarked;
