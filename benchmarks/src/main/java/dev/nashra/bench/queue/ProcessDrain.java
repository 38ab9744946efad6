package dev.nashra.bench.queue;

import dev.nashra.config.DatabaseUrl;
import java.util.ArrayList;
import java.util.List;

/** Several processes drain one queue together. */
record ProcessDrain(Entrant entrant, DatabaseUrl url, int workers, int processes) {
  /** Gives the rate of each drain; one before them warms the processes up, if they are quick. */
  List<Double> run(int tasks, int rounds) throws InterruptedException {
    var started = new ArrayList<WorkerProcess>();
    try (var contender = entrant.open(url)) {
      for (var i = 0; i < processes; i++) {
        started.add(new WorkerProcess(entrant, url, Math.max(1, workers / processes)));
      }
      drain(contender, started, rounds > 1 ? tasks * 2 : tasks / 4);
      var rates = new ArrayList<Double>();
      for (var i = 0; i < rounds; i++) {
        rates.add(drain(contender, started, tasks));
      }
      return rates;
    } finally {
      started.forEach(WorkerProcess::close);
    }
  }

  private static double drain(Contender contender, List<WorkerProcess> processes, int tasks)
      throws InterruptedException {
    Course.addAll(contender, tasks);
    var begun = System.nanoTime();
    processes.forEach(WorkerProcess::start);
    while (!contender.isEmpty()) {
      Thread.sleep(5);
    }
    var rate = tasks / ((System.nanoTime() - begun) / 1e9);
    processes.forEach(WorkerProcess::stop);
    processes.forEach(process -> process.await("stop"));
    return rate;
  }
}
