package dev.nashra.telegram;

import dev.nashra.telegram.TelegramBotApi.VideoShape;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file for a chat, as the answer to a message there.
 *
 * @param replyTo the number of that message; when it is gone, the file comes all the same
 * @param caption at most 1024 code points; empty: none
 */
public record MediaMessage(
    long chat, long replyTo, MediaKind kind, Content content, String caption) {
  /** The same file, shown as a mere document. */
  public MediaMessage asDocument() {
    return new MediaMessage(chat, replyTo, MediaKind.DOCUMENT, content, caption);
  }

  /** Where Telegram gets the file from. */
  public sealed interface Content {}

  /**
   * A file of ours, at most 50 MB.
   *
   * @param name that readers see; the one on disk is nobody's business
   * @param shape of a video; null when it is not known
   */
  public record NewFile(Path path, String name, String mediaType, @Nullable VideoShape shape)
      implements Content {
    static NewFile of(Path path, String mediaType) {
      return new NewFile(path, String.valueOf(path.getFileName()), mediaType, null);
    }
  }

  /** A file that Telegram has already, by the identifier that it gave this very bot. */
  public record KnownFile(String fileId) implements Content {}
}
