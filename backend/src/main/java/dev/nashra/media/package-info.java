/** How a story looks and sounds: cards, social images, audio and reels. */
@NullMarked
package dev.nashra.media;

import org.jspecify.annotations.NullMarked;
