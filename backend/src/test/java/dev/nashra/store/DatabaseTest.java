package dev.nashra.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DatabaseTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Test
  void aFailedStatementDoesNotSpillItsValuesIntoTheLog() {
    var error =
        assertThrows(
            JdbiException.class,
            () ->
                DATABASE
                    .get()
                    .useTransaction(
                        handle ->
                            handle
                                .createUpdate(
                                    "insert into accounts (network, name) values (:n, 1/0)")
                                .bind("n", "a whole article")
                                .execute()));

    assertFalse(error.toString().contains("a whole article"), error.toString());
    assertTrue(error.toString().contains("division by zero"), error.toString());
  }

  @Test
  void failedTransactionLeavesNothing() {
    var database = DATABASE.get();

    assertThrows(
        IllegalStateException.class,
        () ->
            database.useTransaction(
                handle -> {
                  handle.execute("insert into accounts (network, name) values ('LOCAL', 'x')");
                  throw new IllegalStateException("on purpose");
                }));

    assertEquals(
        0,
        database.<Integer>inTransaction(
            handle ->
                handle.createQuery("select count(*) from accounts").mapTo(Integer.class).one()));
  }
}
