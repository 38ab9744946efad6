package dev.nashra.bench.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What was measured of one queue, over the rounds. */
final class Result {
  final List<Double> addOne = new ArrayList<>();
  final List<Double> addEight = new ArrayList<>();
  final List<Double> addBatch = new ArrayList<>();
  final List<Double> drain = new ArrayList<>();
  final List<Double> manyProcesses = new ArrayList<>();
  final List<Double> pickUp = new ArrayList<>();
  final List<Double> pickUpElsewhere = new ArrayList<>();

  double addOne() {
    return quantile(addOne, 0.5);
  }

  double addEight() {
    return quantile(addEight, 0.5);
  }

  double addBatch() {
    return quantile(addBatch, 0.5);
  }

  double drain() {
    return quantile(drain, 0.5);
  }

  /** How many times as fast as another, round by round. */
  List<String> drainBeside(Result other) {
    return IntStream.range(0, Math.min(drain.size(), other.drain.size()))
        .mapToObj(round -> "%.2f".formatted(drain.get(round) / other.drain.get(round)))
        .toList();
  }

  double manyProcesses() {
    return quantile(manyProcesses, 0.5);
  }

  double pickUp(double share) {
    return quantile(pickUp, share);
  }

  double pickUpElsewhere(double share) {
    return quantile(pickUpElsewhere, share);
  }

  private static double quantile(List<Double> values, double share) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
  }
}
