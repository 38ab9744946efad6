/** Who we read: feeds, section pages and Telegram channels, and how they are doing. */
@NullMarked
package dev.nashra.source;

import org.jspecify.annotations.NullMarked;
