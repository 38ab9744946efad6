package dev.nashra.publish;

import java.util.List;

/**
 * Publishes on one account. Implementations keep the two steps apart: {@link #prepare} may upload
 * and be repeated; only {@link Preparation.Delivery#deliver} makes anything visible.
 */
public interface Publisher {
  Account account();

  /** What this account takes, in the order in which it is published. */
  List<Format> formats();

  /** How much and how fast. */
  Pace pace();

  /**
   * @throws InterruptedException when the work is stopped
   */
  Preparation prepare(Claim claim) throws InterruptedException;

  /**
   * Looks whether the publication is visible.
   *
   * @throws InterruptedException when the work is stopped
   */
  ReadBack readBack(Claim claim) throws InterruptedException;

  /**
   * Called at the end of every turn of this account: for pages that are made of all publications.
   */
  default void afterTurn() {}
}
