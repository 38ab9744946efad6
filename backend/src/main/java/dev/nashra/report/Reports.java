package dev.nashra.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The stored reports, and which stories need one. */
public interface Reports {
  /** Numbers of the stories whose articles changed, the highest-ranked first. */
  List<Long> changed(int limit);

  /** What there is to write from; empty when the story is gone or has not changed after all. */
  Optional<ReportInput> input(long storyId);

  /** The latest report of a story. */
  Optional<Report> latest(long storyId);

  /** Stores a new version and remembers its input. */
  Report add(ReportInput input, String gist, Draft draft, Instant now);

  /** Remembers that this input needs no new version. */
  void keep(ReportInput input, String gist, Instant now);
}
