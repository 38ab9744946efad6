package dev.nashra.bench.queue;

import dev.nashra.config.DatabaseUrl;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;

/** Whether ours gets slower with the tasks that it has done. */
final class Churn {
  private static final int PART = 100_000;

  private final DatabaseUrl url;
  private final int workers;
  private final int tasks;

  Churn(DatabaseUrl url, int workers, int tasks) {
    this.url = url;
    this.workers = workers;
    this.tasks = tasks;
  }

  void run(int churn) throws InterruptedException, SQLException {
    try (var contender = new Ours(url)) {
      var course = new Course(contender, workers);
      course.drain(new Result(), addAndGive(contender));
      System.out.printf("%nPassing %,d tasks through one queue%n", churn);
      System.out.printf("%12s %16s %16s%n", "tasks before", "drain, tasks/s", "size of tasks");
      print(0, drain(course, contender));
      var rates = new ArrayList<Double>();
      for (var done = 0; done < churn; done += PART) {
        var result = new Result();
        Course.addAll(contender, PART);
        course.drain(result, PART);
        rates.add(result.drain());
        System.err.printf("%,d: %,.0f%n", done + PART, result.drain());
      }
      print(churn, drain(course, contender));
    }
  }

  private int addAndGive(Contender contender) {
    Course.addAll(contender, tasks);
    return tasks;
  }

  /** The median of five, beside an empty table and beside a full one alike. */
  private double drain(Course course, Contender contender) throws InterruptedException {
    var result = new Result();
    for (var i = 0; i < 5; i++) {
      course.drain(result, addAndGive(contender));
    }
    return result.drain();
  }

  private void print(int before, double rate) throws SQLException {
    try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery("select pg_size_pretty(pg_total_relation_size('tasks'))")) {
      rows.next();
      System.out.printf("%,12d %,16.0f %16s%n", before, rate, rows.getString(1));
    }
  }
}
