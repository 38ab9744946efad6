package dev.nashra.queue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The handlers, by the kinds of their tasks. */
public final class Handlers {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Map<String, TaskHandler<?>> byKind;

  /**
   * @throws IllegalArgumentException when two have the same kind
   */
  public Handlers(List<? extends TaskHandler<?>> handlers) {
    var map = new HashMap<String, TaskHandler<?>>();
    for (var handler : handlers) {
      if (map.put(handler.kind(), handler) != null) {
        throw new IllegalArgumentException("two handlers for " + handler.kind());
      }
    }
    this.byKind = Map.copyOf(map);
  }

  public Set<String> kinds() {
    return byKind.keySet();
  }

  /**
   * Does one attempt.
   *
   * @return dead when nobody can do it: an unknown kind, a payload that is not what it should be
   */
  TaskOutcome handle(Task task, TaskContext context) throws Exception {
    var handler = byKind.get(task.kind());
    return handler == null
        ? TaskOutcome.dead("there is no handler for the kind " + task.kind())
        : handle(handler, task.payload(), context);
  }

  private static <P> TaskOutcome handle(
      TaskHandler<P> handler, @Nullable String json, TaskContext context) throws Exception {
    if (json == null) {
      return TaskOutcome.dead(
          "the payload is longer than %,d bytes".formatted(Task.MOST_PAYLOAD_BYTES));
    }
    P payload;
    try {
      payload = MAPPER.readValue(json, handler.payloadType());
    } catch (JacksonException e) {
      return TaskOutcome.dead("the payload is no %s: %s".formatted(handler.kind(), e.getMessage()));
    }
    return payload == null
        ? TaskOutcome.dead("the payload is null")
        : handler.handle(payload, context);
  }
}
