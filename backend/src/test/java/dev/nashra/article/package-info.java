@NullMarked
package dev.nashra.article;

import org.jspecify.annotations.NullMarked;
