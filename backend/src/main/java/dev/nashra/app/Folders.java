package dev.nashra.app;

import dev.nashra.config.Catalog;
import dev.nashra.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where everything that Nashra keeps lies, below the data folder. */
public record Folders(Path data) {
  public static Folders of(Settings settings) {
    return new Folders(settings.get(Catalog.DATA_DIR));
  }

  /** The embedded database. */
  public Path postgres() {
    return data.resolve("postgres");
  }

  /** Cards, images, audio, reels. */
  public Path media() {
    return data.resolve("media");
  }

  /** The local sink: the front page and what it shows. */
  public Path published() {
    return data.resolve("published");
  }

  /** Bulletins, digests, output feeds. */
  public Path broadcast() {
    return data.resolve("broadcast");
  }

  /** What is on its way to the bot's readers: a folder for each attempt. */
  public Path downloads() {
    return data.resolve("downloads");
  }

  /** What can be made again at any time: unpacked programs. */
  public Path cache() {
    return data.resolve("cache");
  }

  /** What there is to look at, by what it is. */
  public Map<String, Path> made() {
    var made = new LinkedHashMap<String, Path>();
    made.put("Front page", published().resolve("index.html"));
    made.put("Cards and reels", media());
    made.put("Broadcast", broadcast());
    made.values().removeIf(path -> !Files.exists(path));
    return made;
  }
}
