package dev.nashra.media.card;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The operator's logo cannot be used. */
public final class UnusableLogoException extends RuntimeException {
  UnusableLogoException(Path file, String reason, @Nullable Throwable cause) {
    super("The logo " + file + " " + reason, cause);
  }
}
