package dev.nashra.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DatabaseTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

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
