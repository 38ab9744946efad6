package dev.nashra.app;

import dev.nashra.config.Catalog;
import dev.nashra.config.Settings;
import dev.nashra.schedule.Due;
import dev.nashra.schedule.Due.Missed;
import dev.nashra.schedule.Rhythm;
import dev.nashra.schedule.Schedule;
import dev.nashra.store.Database;
import dev.nashra.store.QuartzConnections;
import dev.nashra.time.Clock;
import dev.nashra.worker.Job;
import dev.nashra.worker.Stage;
import dev.nashra.worker.Worker;
import java.util.ArrayList;
import java.util.List;

/** When cycles and periodic jobs are due. */
final class Timetable {
  private Timetable() {}

  /**
   * A job beside the cycle.
   *
   * @param title what to call it in messages
   * @param rhythm when it is due
   * @param missed what becomes of it when nobody was there at its time
   */
  record Periodic(String title, Job job, Rhythm rhythm, Missed missed) {
    /** Each has its line: none waits for another one. */
    Stage stage() {
      return Stage.inOrder(Newsroom.BESIDE_THE_CYCLE, job);
    }

    private Due due(Worker worker) {
      return new Due(job.name(), title, rhythm, missed, () -> begin(worker));
    }

    /** What becomes of it is recorded and logged like any other run. */
    private void begin(Worker worker) {
      var _ = worker.begin(stage(), job);
    }
  }

  static Schedule start(
      Settings settings, Database database, Engine engine, List<Periodic> periodic) {
    var worker = engine.worker();
    var interval = settings.get(Catalog.CYCLE_INTERVAL);
    var dues = new ArrayList<Due>();
    dues.add(
        new Due("cycle", "cycle", new Rhythm.Every(interval), Missed.MADE_UP, worker::beginCycle));
    periodic.forEach(job -> dues.add(job.due(worker)));
    var setting =
        new Schedule.Setting(
            new QuartzConnections(database),
            engine.name(),
            Clock.SYSTEM,
            settings.get(Catalog.TIME_ZONE),
            engine.startedAlone());
    return Schedule.start(setting, dues);
  }
}
