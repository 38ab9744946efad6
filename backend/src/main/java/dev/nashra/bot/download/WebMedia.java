package dev.nashra.bot.download;

import dev.nashra.http.BodyReader;
import dev.nashra.http.FetchRequest;
import dev.nashra.http.FetchResult;
import dev.nashra.http.FetchResult.Cause;
import dev.nashra.http.FetchResult.Failed;
import dev.nashra.http.FetchResult.Fetched;
import dev.nashra.http.HttpFetcher;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gets media over our own HTTP: a file behind the link itself, or one that a page names. */
final class WebMedia implements MediaSource {
  private static final int MOST_PAGE_BYTES = 5 << 20;
  private static final int PIECE = 1 << 16;

  /**
   * A call counts its time from another moment and in milliseconds: it may end a little earlier.
   */
  private static final Duration ROUNDING = Duration.ofMillis(100);

  private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");

  private final HttpFetcher fetcher;
  private final Inspector inspector;

  WebMedia(HttpFetcher fetcher, Inspector inspector) {
    this.fetcher = fetcher;
    this.inspector = inspector;
  }

  @Override
  public Found find(Wanted wanted) throws IOException, InterruptedException {
    var answer = fetch(wanted.url(), wanted);
    return switch (answer) {
      case Answer.File(Path path) -> inspector.accept(path, "");
      case Answer.Nothing(Found.Nothing nothing) -> nothing;
      case Answer.Page(Fetched page) -> behind(PageMedia.of(page), wanted);
    };
  }

  private Found behind(PageMedia page, Wanted wanted) throws IOException, InterruptedException {
    Found found = new Found.Nothing(Failure.UNSUPPORTED, "the page names no media");
    for (var address : page.addresses()) {
      found =
          switch (fetch(address, wanted)) {
            case Answer.File(Path path) -> inspector.accept(path, page.title());
            case Answer.Nothing(Found.Nothing nothing) -> nothing;
            case Answer.Page _ ->
                new Found.Nothing(Failure.UNSUPPORTED, "the page names only another page");
          };
      if (!(found instanceof Found.Nothing nothing && nothing.failure() == Failure.UNSUPPORTED)) {
        return found;
      }
      DownloadFolders.empty(wanted.folder());
    }
    return found;
  }

  private Answer fetch(String url, Wanted wanted) throws InterruptedException {
    var left = wanted.deadline().left();
    if (left.isZero()) {
      return new Answer.Nothing(new Found.Nothing(Failure.TOO_SLOW, "no time is left"));
    }
    var saving = new Saving(wanted);
    var result = fetcher.fetch(FetchRequest.of(url, MOST_PAGE_BYTES, left), saving);
    return switch (result) {
      case Fetched page ->
          saving.file == null ? new Answer.Page(page) : new Answer.File(saving.file);
      case FetchResult.NotModified _ ->
          new Answer.Nothing(new Found.Nothing(Failure.UNAVAILABLE, "not modified"));
      case Failed failed -> new Answer.Nothing(nothing(failed, saving, wanted));
    };
  }

  private static Found.Nothing nothing(Failed failed, Saving saving, Wanted wanted) {
    if (saving.isTooLarge) {
      return new Found.Nothing(Failure.TOO_LARGE, failed.reason());
    }
    var isLate =
        failed.cause() == Cause.TRANSIENT && wanted.deadline().left().compareTo(ROUNDING) < 0;
    var failure =
        switch (failed.cause()) {
          case TRANSIENT -> isLate ? Failure.TOO_SLOW : Failure.UNREACHABLE;
          case PERMANENT, GONE -> Failure.UNAVAILABLE;
          case REFUSED -> Failure.NOT_PUBLIC;
        };
    return new Found.Nothing(failure, failed.reason(), failed.retryAfter());
  }

  private sealed interface Answer {
    record File(Path path) implements Answer {}

    record Page(Fetched page) implements Answer {}

    record Nothing(Found.Nothing nothing) implements Answer {}
  }

  /** Reads a page into memory, and everything else into a file as long as it is not too large. */
  private final class Saving implements BodyReader {
    private final Wanted wanted;
    private @Nullable Path file;
    private boolean isTooLarge;

    Saving(Wanted wanted) {
      this.wanted = wanted;
    }

    @Override
    public FetchResult read(Head head, InputStream body) throws IOException {
      if (head.mediaType() != null && PAGES.contains(head.mediaType())) {
        return fetched(head, body.readNBytes(MOST_PAGE_BYTES));
      }
      if (head.length() > inspector.limits().bytes()) {
        return tooLarge(head.length());
      }
      var target = wanted.folder().resolve("download");
      try (var out = create(target)) {
        return save(head, body, out, target);
      }
    }

    private FetchResult save(Head head, InputStream body, OutputStream out, Path target)
        throws IOException {
      var piece = new byte[PIECE];
      long saved = 0;
      for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
        saved += read;
        if (saved > inspector.limits().bytes()) {
          return tooLarge(saved);
        }
        write(out, piece, read);
        wanted.progress().at(new Download.Progress(saved, Math.max(0, head.length())));
      }
      file = target;
      return fetched(head, new byte[0]);
    }

    private FetchResult tooLarge(long bytes) {
      isTooLarge = true;
      return new Failed("at least %,d bytes".formatted(bytes), Cause.PERMANENT, null);
    }

    private static FetchResult fetched(Head head, byte[] body) {
      return new Fetched(head.url(), body, head.mediaType(), head.charset(), null, null);
    }

    /** Faults of the disk are none of the connection. */
    private static OutputStream create(Path target) {
      try {
        return Files.newOutputStream(target);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void write(OutputStream out, byte[] piece, int length) {
      try {
        out.write(piece, 0, length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
