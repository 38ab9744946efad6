package dev.nashra.store;

import dev.nashra.queue.Settlement;
import dev.nashra.queue.Settlement.Again;
import dev.nashra.queue.Settlement.Bury;
import dev.nashra.queue.Settlement.Complete;
import dev.nashra.queue.Settlement.Release;
import dev.nashra.store.TaskMoves.Moved;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** Records how attempts ended: one statement for all that ended in the same way. */
final class TaskSettlements {
  /** Of those given, the attempts that still hold their tasks. */
  private static final String HELD =
      "t.id = s.id and t.attempt = s.attempt and t.state = 'RUNNING'";

  /** Gives tokens back by itself. */
  private static final String COMPLETE = "select * from complete_tasks(:ids, :attempts, :texts)";

  private static final String BURY =
      TaskMoves.FINISH.formatted(
          "using unnest(:ids, :attempts, :texts) s (id, attempt, text) where " + HELD,
          "DEAD",
          "text",
          1);

  private static final String NOTE_ERRORS =
      """
      insert into task_errors (task_id, attempt, worker, occurred, error)
      select t.id, t.attempt, t.worker, clock_timestamp(), s.text
      from unnest(:ids, :attempts, :texts) s (id, attempt, text)
      join finished_tasks t on t.id = s.id and t.attempt = s.attempt and t.state = 'DEAD'
      on conflict do nothing""";

  /** A task with an owner keeps its place, and the owner is left alone for as long. */
  private static final String AGAIN =
      """
      with settled as (
        select s.*, clock_timestamp() + delay_ms * interval '1 millisecond' due
        from unnest(:ids, :attempts, :texts, :delays, :surprises)
          s (id, attempt, text, delay_ms, surprise)),
      noted as (
        insert into task_errors (task_id, attempt, worker, occurred, error)
        select t.id, t.attempt, t.worker, clock_timestamp(), s.text
        from tasks t join settled s on %1$s),
      moved as (
        update tasks t set
          state = case when owner is null then 'SCHEDULED' else 'WAITING' end,
          run_at = due,
          position = case when owner is null
            then due - priority * interval '1 minute' else position end,
          worker = null, failures = failures + 1, surprises = surprises + surprise
        from settled s where %1$s
        returning t.id, t.attempt, t.queue, t.owner, s.due),
      held as (
        insert into holds (key, until)
        select owner, max(due) from moved where owner is not null group by owner
        on conflict (key) do update set until = greatest(holds.until, excluded.until))
      select id, attempt, queue, owner from moved"""
          .formatted(HELD);

  private static final String RELEASE =
      TaskMoves.RELEASE.formatted(
          "(t.id, t.attempt) in (select * from unnest(:ids, :attempts))", 0);

  private final Handle handle;

  TaskSettlements(Handle handle) {
    this.handle = handle;
  }

  /** Gives the tasks whose attempts were still valid. */
  List<Moved> record(List<Settlement> settlements) {
    var moved = new ArrayList<Moved>();
    moved.addAll(all(COMPLETE, of(settlements, Complete.class), Complete::note));
    moved.addAll(bury(of(settlements, Bury.class)));
    moved.addAll(again(of(settlements, Again.class)));
    moved.addAll(release(of(settlements, Release.class)));
    return moved;
  }

  private static <S extends Settlement> List<S> of(List<Settlement> settlements, Class<S> type) {
    return settlements.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private <S extends Settlement> List<Moved> all(
      String sql, List<S> settlements, Function<S, String> text) {
    return settlements.isEmpty()
        ? List.of()
        : run(
            query(sql, settlements)
                .bindArray("texts", String.class, settlements.stream().map(text).toList()));
  }

  private List<Moved> bury(List<Bury> settlements) {
    var errors = settlements.stream().map(Bury::error).toList();
    var buried = all(BURY, settlements, Bury::error);
    if (!buried.isEmpty()) {
      withAttempts(handle.createUpdate(NOTE_ERRORS), settlements)
          .bindArray("texts", String.class, errors)
          .execute();
    }
    return buried;
  }

  private List<Moved> again(List<Again> settlements) {
    return settlements.isEmpty()
        ? List.of()
        : run(
            query(AGAIN, settlements)
                .bindArray("texts", String.class, settlements.stream().map(Again::error).toList())
                .bindArray(
                    "delays",
                    Long.class,
                    settlements.stream().map(again -> again.delay().toMillis()).toList())
                .bindArray(
                    "surprises",
                    Integer.class,
                    settlements.stream().map(again -> again.surprise() ? 1 : 0).toList()));
  }

  private List<Moved> release(List<Release> settlements) {
    return settlements.isEmpty() ? List.of() : run(query(RELEASE, settlements));
  }

  private Query query(String sql, List<? extends Settlement> settlements) {
    return withAttempts(handle.createQuery(sql), settlements);
  }

  private static <S extends SqlStatement<S>> S withAttempts(
      S statement, List<? extends Settlement> settlements) {
    return statement
        .bindArray("ids", Long.class, settlements.stream().map(s -> s.attempt().task()).toList())
        .bindArray(
            "attempts",
            Integer.class,
            settlements.stream().map(s -> s.attempt().attempt()).toList());
  }

  private static List<Moved> run(Query query) {
    return query.map((row, _) -> Moved.of(row)).list();
  }
}
