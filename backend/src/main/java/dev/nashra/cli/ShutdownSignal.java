package dev.nashra.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Lets a long-running command end in its own time when the process is told to stop (SIGTERM,
 * Ctrl-C): the virtual machine waits until the command has cleaned up.
 */
final class ShutdownSignal implements AutoCloseable {
  private final CountDownLatch received = new CountDownLatch(1);
  private final CountDownLatch cleanedUp = new CountDownLatch(1);
  private final Thread hook = new Thread(this::waitForCleanUp, "shutdown");

  ShutdownSignal() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void waitForCleanUp() {
    received.countDown();
    try {
      cleanedUp.await();
      // Stopping when told to is a success; without this the exit code would be 143.
      Runtime.getRuntime().halt(0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when the process has been told to stop. */
  void await() throws InterruptedException {
    received.await();
  }

  boolean isReceived() {
    return received.getCount() == 0;
  }

  /** Runs the action, on a thread of its own, when the process is told to stop before close. */
  void onReceived(Runnable action) {
    Thread.ofPlatform()
        .daemon()
        .name("stop")
        .start(
            () -> {
              try {
                received.await();
                action.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /** The command has cleaned up: the process may go. */
  @Override
  public void close() {
    cleanedUp.countDown();
    try {
      // A command that ends by itself keeps its own exit code.
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The machine is going down already, and the hook with it.
    }
  }
}
