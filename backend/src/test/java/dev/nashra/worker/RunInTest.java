package dev.nashra.worker;

import java.util.concurrent.Callable;

/** Lets tests of other packages do something as a part of a run. */
public final class RunInTest {
  private RunInTest() {}

  public static <T> T call(long runId, Callable<T> work) throws Exception {
    return CurrentRun.call(new Run(runId), work);
  }
}
