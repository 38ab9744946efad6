package dev.nashra.worker;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The right to be at work: in a stage, and among all jobs of the worker. Who comes first is served
 * first.
 */
record Slot(Semaphore stage, Semaphore worker) {
  /** Takes one if that needs no waiting. */
  boolean tryTake() throws InterruptedException {
    if (!stage.tryAcquire(0, TimeUnit.SECONDS)) {
      return false;
    }
    if (!worker.tryAcquire(0, TimeUnit.SECONDS)) {
      stage.release();
      return false;
    }
    return true;
  }

  void take() throws InterruptedException {
    stage.acquire();
    try {
      worker.acquire();
    } catch (InterruptedException e) {
      stage.release();
      throw e;
    }
  }

  void free() {
    worker.release();
    stage.release();
  }
}
