package dev.nashra.bot.download;

import dev.nashra.http.AddressGuard;
import dev.nashra.http.HttpFetcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Gets media in one way after the other, until one of them knows what to do with the link. */
public final class MediaFinder {
  private final List<MediaSource> sources;

  private MediaFinder(List<MediaSource> sources) {
    this.sources = sources;
  }

  /**
   * First by yt-dlp, then over our own HTTP, whose word counts when neither knows the link.
   *
   * @param ytDlp empty when it is not there
   */
  public static MediaFinder of(
      Optional<Path> ytDlp, AddressGuard guard, HttpFetcher fetcher, Limits limits) {
    var inspector = new Inspector(limits);
    var ours = new WebMedia(fetcher, inspector);
    return new MediaFinder(
        ytDlp
            .<List<MediaSource>>map(program -> List.of(new YtDlp(program, inspector, guard), ours))
            .orElse(List.of(ours)));
  }

  Found find(MediaSource.Wanted wanted) throws IOException, InterruptedException {
    Found found = new Found.Nothing(Failure.UNSUPPORTED, "nobody was asked");
    for (var source : sources) {
      found = source.find(wanted);
      if (!(found instanceof Found.Nothing nothing && nothing.failure() == Failure.UNSUPPORTED)) {
        return found;
      }
    }
    return found;
  }
}
