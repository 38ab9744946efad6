package dev.nashra.process;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** A folder inside a jar on the class path. */
public final class JarFolder {
  private final Path jar;
  private final String folder;

  private JarFolder(Path jar, String folder) {
    this.jar = jar;
    this.folder = folder;
  }

  /** Takes one file of the folder; the name is without the folder and has no slash. */
  @FunctionalInterface
  public interface Visitor {
    void visit(String name, InputStream content) throws IOException;
  }

  /**
   * The folder that has this file, if a jar on the class path has it.
   *
   * @param folder without a slash at either end; empty for the jar's top
   */
  public static Optional<JarFolder> holding(String folder, String file) {
    var path = folder.isEmpty() ? file : folder + "/" + file;
    var url = JarFolder.class.getClassLoader().getResource(path);
    try {
      if (url == null || !(url.openConnection() instanceof JarURLConnection connection)) {
        return Optional.empty();
      }
      return Optional.of(new JarFolder(Path.of(connection.getJarFileURL().getPath()), folder));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The name of the jar without {@code .jar}: names the version of what is in it. */
  public String version() {
    return jar.getFileName().toString().replaceFirst("\\.jar$", "");
  }

  /** Reads every file that lies directly in the folder. */
  public void forEach(Visitor visitor) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      for (var entry : file.stream().filter(this::isDirectlyInside).toList()) {
        try (var content = file.getInputStream(entry)) {
          visitor.visit(name(entry), content);
        }
      }
    }
  }

  private boolean isDirectlyInside(JarEntry entry) {
    return !entry.isDirectory()
        && entry.getName().startsWith(prefix())
        && !name(entry).contains("/");
  }

  private String name(JarEntry entry) {
    return entry.getName().substring(prefix().length());
  }

  private String prefix() {
    return folder.isEmpty() ? "" : folder + "/";
  }
}
