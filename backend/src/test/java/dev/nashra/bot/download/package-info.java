@NullMarked
package dev.nashra.bot.download;

import org.jspecify.annotations.NullMarked;
