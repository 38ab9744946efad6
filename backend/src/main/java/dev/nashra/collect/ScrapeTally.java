package dev.nashra.collect;

import dev.nashra.article.Arrival;

/** What reading one source, or several, came to. */
record ScrapeTally(int fresh, int newVersions, int seenElsewhere, int failedSources) {
  static final ScrapeTally NOTHING = new ScrapeTally(0, 0, 0, 0);
  static final ScrapeTally FAILED = new ScrapeTally(0, 0, 0, 1);

  static ScrapeTally of(Arrival arrival) {
    return switch (arrival) {
      case NEW -> new ScrapeTally(1, 0, 0, 0);
      case NEW_VERSION -> new ScrapeTally(0, 1, 0, 0);
      case SEEN_ELSEWHERE -> new ScrapeTally(0, 0, 1, 0);
      case KNOWN -> NOTHING;
    };
  }

  ScrapeTally plus(ScrapeTally other) {
    return new ScrapeTally(
        fresh + other.fresh,
        newVersions + other.newVersions,
        seenElsewhere + other.seenElsewhere,
        failedSources + other.failedSources);
  }

  int stored() {
    return fresh + newVersions;
  }

  String note() {
    return "%d new, %d updated, %d duplicates, %d sources failed"
        .formatted(fresh, newVersions, seenElsewhere, failedSources);
  }
}
