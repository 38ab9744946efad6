/** Publishing on a Telegram channel or group, through a bot that may post there. */
@NullMarked
package dev.nashra.publish.telegram;

import org.jspecify.annotations.NullMarked;
