package dev.nashra.bench.queue;

import dev.nashra.config.DatabaseUrl;
import java.util.function.Function;

/** Who is measured. */
enum Entrant {
  FLOOR("bare SQL, same bookkeeping (the floor)", Pace.QUICK, BareSql::new),
  NASHRA("nashra", Pace.QUICK, Ours::new),
  DB_SCHEDULER_LOCK("db-scheduler, lock-and-fetch", Pace.STEADY, url -> new DbScheduler(url, true)),
  DB_SCHEDULER_FETCH("db-scheduler, fetch", Pace.STEADY, url -> new DbScheduler(url, false)),
  JOBRUNR("JobRunr (one round)", Pace.SLOW, JobRunr::new);

  private final String title;
  private final Pace pace;
  private final Function<DatabaseUrl, Contender> opener;

  Entrant(String title, Pace pace, Function<DatabaseUrl, Contender> opener) {
    this.title = title;
    this.pace = pace;
    this.opener = opener;
  }

  String title() {
    return title;
  }

  /** How often it is measured when the others are so often; what is slow varies little. */
  int rounds(int others) {
    return pace == Pace.SLOW ? 1 : others;
  }

  /** Tasks that are done before anything is measured: what is quick must be compiled by then. */
  int warmUp(int tasks) {
    return pace == Pace.QUICK ? tasks * 3 : tasks / 2;
  }

  /** As {@link #rounds}, where processes have to be started. */
  int processRounds(int others) {
    return pace == Pace.QUICK ? others : 1;
  }

  Contender open(DatabaseUrl url) {
    return opener.apply(url);
  }

  private enum Pace {
    QUICK,
    STEADY,
    SLOW
  }
}
