package dev.nashra.publish.local;

import dev.nashra.media.Rendering;
import dev.nashra.publish.local.PublishedStory.Medium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the files that were made of stories beside the pages that show them. */
final class MediaShelf {
  private static final Logger LOG = LoggerFactory.getLogger(MediaShelf.class);
  static final String SHELF = "media";

  private final Path media;
  private final Path site;

  /**
   * @param media where renderings lie
   * @param site where the pages are
   */
  MediaShelf(Path media, Path site) {
    this.media = media.toAbsolutePath().normalize();
    this.site = site.toAbsolutePath().normalize();
  }

  /** Shelves what is there; a file that is gone is left out. */
  List<Medium> shelve(List<Rendering> renderings) throws IOException {
    var shelved = new ArrayList<Medium>();
    for (var rendering : renderings) {
      var original = media.resolve(rendering.file()).normalize();
      var place = site.resolve(SHELF).resolve(rendering.file()).normalize();
      if (!original.startsWith(media) || !place.startsWith(site.resolve(SHELF))) {
        throw new IOException("outside the media folder: " + rendering.file());
      }
      if (Files.isRegularFile(original)) {
        WholeFile.link(original, place);
        shelved.add(medium(rendering));
      } else {
        LOG.warn("The file of rendering {} is gone: {}", rendering.id(), rendering.file());
      }
    }
    return shelved;
  }

  private static Medium medium(Rendering rendering) {
    var duration = rendering.duration();
    return new Medium(
        rendering.kind().name().toLowerCase(Locale.ROOT),
        SHELF + "/" + rendering.file(),
        rendering.mediaType(),
        rendering.bytes(),
        rendering.width(),
        rendering.height(),
        duration == null ? null : Math.max(1, Math.round(duration.toMillis() / 1000.0)));
  }
}
