package dev.nashra.bench.queue;

import java.util.Map;

/** What the benchmark says in the end. */
record Report(Map<Entrant, Result> results, int processes) {
  void print() {
    System.out.printf(
        "%n%-36s %8s %8s %10s %8s %12s %17s %17s%n",
        "tasks a second, and ms",
        "add, 1",
        "add, 8",
        "add batch",
        "drain",
        processes + " processes",
        "p50/p99 here",
        "p50/p99 elsewhere");
    results.forEach(
        (entrant, result) ->
            System.out.printf(
                "%-36s %,8.0f %,8.0f %,10.0f %,8.0f %12s %17s %17s%n",
                entrant.title(),
                result.addOne(),
                result.addEight(),
                result.addBatch(),
                result.drain(),
                count(result.manyProcesses()),
                pair(result.pickUp(0.5), result.pickUp(0.99)),
                pair(result.pickUpElsewhere(0.5), result.pickUpElsewhere(0.99))));
    compare();
    System.out.println(
        """
        p50/p99: ms from the start of adding one task to an idle queue until its handler runs; added by
        the working process itself (aim: 5/25), and as another process adds.
        The floor changes the same rows in the same way as ours, with nothing around it.""");
  }

  private static String count(double rate) {
    return Double.isNaN(rate) ? "-" : "%,.0f".formatted(rate);
  }

  private static String pair(double p50, double p99) {
    return Double.isNaN(p50) ? "-" : "%.1f / %.1f".formatted(p50, p99);
  }

  private void compare() {
    var ours = results.get(Entrant.NASHRA);
    if (ours == null) {
      return;
    }
    results.entrySet().stream()
        .filter(entry -> entry.getKey().name().startsWith("DB_SCHEDULER"))
        .mapToDouble(entry -> entry.getValue().drain())
        .max()
        .ifPresent(
            rate ->
                System.out.printf(
                    "%nOurs drains %.1f times as fast as the best of db-scheduler (aim: 3).%n",
                    ours.drain() / rate));
    var floor = results.get(Entrant.FLOOR);
    if (floor != null) {
      System.out.printf(
          "The floor is %.2f times as fast as ours, in each round: %s (aim: at most 1.5).%n",
          floor.drain() / ours.drain(), floor.drainBeside(ours));
    }
  }
}
