@NullMarked
package dev.nashra.article.extract;

import org.jspecify.annotations.NullMarked;
