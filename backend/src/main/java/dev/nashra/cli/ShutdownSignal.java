package dev.nashra.cli;

import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;

/**
 * Lets a long-running command end in its own time when the process is told to stop (SIGTERM,
 * Ctrl-C). A second signal ends the process at once; its children go with it.
 */
final class ShutdownSignal implements AutoCloseable {
  /** What a shell reports of a process that a signal ended: 128 and the signal's number. */
  private static final int KILLED = 128;

  private final CountDownLatch received = new CountDownLatch(1);
  private volatile boolean closed;

  ShutdownSignal() {
    handle("TERM", 15);
    handle("INT", 2);
  }

  /** Over reflection: the compiler warns of this class, although Java has no other way to it. */
  private void handle(String name, int number) {
    try {
      var signal = Class.forName("sun.misc.Signal");
      var handler = Class.forName("sun.misc.SignalHandler");
      var proxy =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (_, method, _) -> {
                if (method.getName().equals("handle")) {
                  raiseOrHalt(number);
                }
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("signals cannot be handled", e);
    }
  }

  private void raiseOrHalt(int number) {
    if (isReceived()) {
      Runtime.getRuntime().halt(KILLED + number);
    }
    raise();
  }

  /** As if the process had been told to stop. */
  void raise() {
    received.countDown();
  }

  /** Returns when the process has been told to stop. */
  void await() throws InterruptedException {
    received.await();
  }

  boolean isReceived() {
    return received.getCount() == 0;
  }

  /** Runs the action, on a thread of its own, when the process is told to stop. */
  void onReceived(Runnable action) {
    Thread.ofPlatform()
        .daemon()
        .name("stop")
        .start(
            () -> {
              try {
                received.await();
                if (!closed) {
                  action.run();
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /** The command has cleaned up; from now on the first signal ends the process. */
  @Override
  public void close() {
    closed = true;
    received.countDown();
  }
}
