package dev.nashra.bot.download;

import dev.nashra.telegram.MediaSender;
import java.util.Map;
import java.util.Optional;

/**
 * The bots that this process speaks for, by their numbers.
 *
 * @param words to say and edit something, which ends within the time of the telegram queue
 * @param files to send something large, which may take {@link DownloadTasks#SEND_TIMEOUT}
 */
public record Senders(Map<Long, MediaSender> words, Map<Long, MediaSender> files) {
  public Senders {
    words = Map.copyOf(words);
    files = Map.copyOf(files);
  }

  Optional<MediaSender> words(long bot) {
    return Optional.ofNullable(words.get(bot));
  }

  Optional<MediaSender> files(long bot) {
    return Optional.ofNullable(files.get(bot));
  }
}
