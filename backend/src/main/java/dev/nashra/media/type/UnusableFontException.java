package dev.nashra.media.type;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The operator's own font cannot be used. */
public final class UnusableFontException extends RuntimeException {
  UnusableFontException(Path own, String reason, @Nullable Throwable cause) {
    super("The font " + own + " " + reason, cause);
  }
}
