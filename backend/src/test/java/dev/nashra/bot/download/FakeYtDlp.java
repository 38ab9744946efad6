package dev.nashra.bot.download;

import dev.nashra.time.Waiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

/**
 * A program that behaves like yt-dlp as seen from outside: its exit codes, what it prints where,
 * files that grow, children that outlive it. What it does depends on the last part of the link.
 */
public final class FakeYtDlp {
  /** A title that wants to be a command, and more lines than one. */
  static final String TITLE = "$(touch owned) \\u0022'`id`\\n../../etc/passwd";

  private static final String SCRIPT =
      """
      #!/bin/sh
      here=$(dirname "$0")
      for last in "$@"; do
        [ "$before" = -P ] && dir=$last
        [ "$before" = -S ] && sort=$last
        before=$last
      done
      printf '%s\\n' "$@" > "$here/arguments"
      env > "$here/environment"
      echo run >> "$here/runs"
      info() { cat "$here/title"; printf '%s\\n' "$1}"; }
      fail() { echo "WARNING: nothing" >&2; echo "ERROR: $1" >&2; exit 1; }
      case "$last" in
        */ok) info ', "duration": 12.5'; cp "$here/clip.mp4" "$dir/x1.mp4"; echo "$dir/x1.mp4";;
        */stopped) info; cp "$here/clip.mp4" "$dir/x1.mp4"; echo "$dir/x1.mp4"; exit 101;;
        */too-large) info ', "duration": 60';;
        */small-only) info
          case "$sort" in *res:480*) cp "$here/clip.mp4" "$dir/x1.mp4"; echo "$dir/x1.mp4";; esac;;
        */too-long) info ', "duration": 4000';;
        */live) info ', "is_live": true';;
        */outside) info; echo /etc/passwd;;
        */link-outside) info; ln -s /etc/passwd "$dir/x1.mp4"; echo "$dir/x1.mp4";;
        */options) echo "yt-dlp: error: no such option: --new" >&2; exit 2;;
        */unsupported) fail "Unsupported URL: $last";;
        */private) fail "[site] x1: Private video. Sign in if you've been granted access";;
        */gone) fail "[site] x1: Unable to download webpage: HTTP Error 404: Not Found; please report this issue on";;
        */busy) fail "[site] x1: Unable to download JSON metadata: HTTP Error 429: Too Many Requests";;
        */broken) fail "[site] x1: Unable to extract video data; please report this issue on";;
        */hang) echo part > "$dir/x1.mp4.part"; sleep 300 & echo "$$ $!" > "$here/pids.new"
          mv "$here/pids.new" "$here/pids"; wait;;
        */hang-once) if [ -f "$here/pids" ]; then
            info; cp "$here/clip.mp4" "$dir/x1.mp4"; echo "$dir/x1.mp4"
          else
            echo part > "$dir/x1.mp4.part"; echo $$ > "$here/pids.new"
            mv "$here/pids.new" "$here/pids"; exec sleep 300
          fi;;
        */grows) while :; do head -c 500000 /dev/zero >> "$dir/x1.mp4.part"; done;;
        */slow) i=0; while [ $i -lt 45 ]; do
            head -c 400000 /dev/zero >> "$dir/x1.mp4.part"; sleep 0.2; i=$((i+1)); done
          info; rm "$dir/x1.mp4.part"; cp "$here/clip.mp4" "$dir/x1.mp4"; echo "$dir/x1.mp4";;
        */killed) kill -9 $$;;
      esac
      """;

  private final Path folder;

  public FakeYtDlp(Path folder) throws IOException {
    this.folder = folder;
    Files.write(folder.resolve("clip.mp4"), Samples.mp4(12, 640, 360, 20_000));
    Files.writeString(folder.resolve("title"), "{\"title\": \"" + TITLE + "\"");
    Files.writeString(program(), SCRIPT);
    Files.setPosixFilePermissions(program(), PosixFilePermissions.fromString("rwx------"));
  }

  public Path program() {
    return folder.resolve("yt-dlp");
  }

  List<String> arguments() throws IOException {
    return Files.readAllLines(folder.resolve("arguments"));
  }

  String environment() throws IOException {
    return Files.readString(folder.resolve("environment"));
  }

  /** How often it was run. */
  public int runs() throws IOException {
    var runs = folder.resolve("runs");
    return Files.exists(runs) ? Files.readAllLines(runs).size() : 0;
  }

  public boolean isHanging() {
    return Files.exists(folder.resolve("pids"));
  }

  /** Whether all processes of {@code hang} end; whoever inherits a dead one takes a moment. */
  public boolean dies() throws IOException, InterruptedException {
    var pids = List.of(Files.readString(folder.resolve("pids")).strip().split(" "));
    return Waiter.until(
        () ->
            pids.stream()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                .noneMatch(ProcessHandle::isAlive),
        Duration.ofSeconds(5),
        Duration.ofMillis(20));
  }
}
