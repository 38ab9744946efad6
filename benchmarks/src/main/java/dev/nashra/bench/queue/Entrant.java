package dev.nashra.bench.queue;

import dev.nashra.config.DatabaseUrl;
import java.util.function.Function;

/** Who is measured. */
enum Entrant {
  FLOOR("bare SQL, batched (the floor)", BareSql::new),
  NASHRA("nashra", Ours::new),
  DB_SCHEDULER_LOCK("db-scheduler, lock-and-fetch", url -> new DbScheduler(url, true)),
  DB_SCHEDULER_FETCH("db-scheduler, fetch", url -> new DbScheduler(url, false)),
  JOBRUNR("JobRunr", JobRunr::new);

  private final String title;
  private final Function<DatabaseUrl, Contender> opener;

  Entrant(String title, Function<DatabaseUrl, Contender> opener) {
    this.title = title;
    this.opener = opener;
  }

  String title() {
    return title;
  }

  Contender open(DatabaseUrl url) {
    return opener.apply(url);
  }
}
