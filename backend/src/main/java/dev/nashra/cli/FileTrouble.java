package dev.nashra.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What is wrong with a file or folder, in words for whoever named it. */
final class FileTrouble {
  private FileTrouble() {}

  static String in(IOException trouble) {
    return switch (trouble) {
      case NoSuchFileException missing -> "there is no " + missing.getFile();
      case AccessDeniedException denied -> "no permission for " + denied.getFile();
      case FileSystemException other -> other.getFile() + ": " + other.getReason();
      default -> String.valueOf(trouble.getMessage());
    };
  }
}
