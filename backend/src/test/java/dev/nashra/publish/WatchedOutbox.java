package dev.nashra.publish;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** An outbox each of whose steps a test can hold up or cut off. */
final class WatchedOutbox {
  private WatchedOutbox() {}

  /** Hears of every step. */
  interface Watcher {
    void before(String step);

    void after(String step);
  }

  static Outbox of(Outbox outbox, Watcher watcher) {
    return (Outbox)
        Proxy.newProxyInstance(
            Outbox.class.getClassLoader(),
            new Class<?>[] {Outbox.class},
            (_, method, arguments) -> {
              watcher.before(method.getName());
              try {
                return method.invoke(outbox, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } finally {
                watcher.after(method.getName());
              }
            });
  }
}
