package dev.nashra.bench.webhook;

import java.time.Duration;

/**
 * What processor time the processes that are measured have used.
 *
 * @param database all of its processes that live
 */
record Cpu(Duration server, Duration database) {
  static Cpu of(Process server) {
    var database =
        ProcessHandle.current()
            .descendants()
            .filter(process -> process.info().command().orElse("").endsWith("postgres"))
            .map(Cpu::used)
            .reduce(Duration.ZERO, Duration::plus);
    return new Cpu(used(server.toHandle()), database);
  }

  private static Duration used(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  Cpu minus(Cpu earlier) {
    return new Cpu(server.minus(earlier.server), database.minus(earlier.database));
  }
}
