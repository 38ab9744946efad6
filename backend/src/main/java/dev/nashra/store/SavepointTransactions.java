package dev.nashra.store;

import java.sql.SQLException;
import java.sql.Savepoint;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** Transactions inside a larger one that goes on after them: each is a savepoint. */
final class SavepointTransactions implements TransactionHandler {
  private @Nullable Savepoint open;

  @Override
  public TransactionHandler specialize(Handle handle) {
    return new SavepointTransactions();
  }

  @Override
  public void begin(Handle handle) {
    if (open != null) {
      throw new TransactionException("a transaction is open already");
    }
    open = on(() -> handle.getConnection().setSavepoint());
  }

  @Override
  public void commit(Handle handle) {
    var savepoint = open;
    on(
        () -> {
          handle.getConnection().releaseSavepoint(savepoint);
          return true;
        });
    open = null;
  }

  @Override
  public void rollback(Handle handle) {
    var savepoint = open;
    open = null;
    on(
        () -> {
          handle.getConnection().rollback(savepoint);
          handle.getConnection().releaseSavepoint(savepoint);
          return true;
        });
  }

  @Override
  public boolean isInTransaction(Handle handle) {
    return open != null;
  }

  @Override
  public <R, X extends Exception> R inTransaction(Handle handle, HandleCallback<R, X> work)
      throws X {
    begin(handle);
    try {
      var result = work.withHandle(handle);
      commit(handle);
      return result;
    } catch (Throwable e) {
      rollBack(handle, e);
      throw e;
    }
  }

  private void rollBack(Handle handle, Throwable because) {
    try {
      rollback(handle);
    } catch (RuntimeException e) {
      because.addSuppressed(e);
    }
  }

  @Override
  public <R, X extends Exception> R inTransaction(
      Handle handle, TransactionIsolationLevel level, HandleCallback<R, X> work) {
    throw new UnsupportedOperationException("the outer transaction has its level");
  }

  @Override
  public void savepoint(Handle handle, String name) {
    throw new UnsupportedOperationException("savepoints are the transactions themselves");
  }

  @Override
  public void rollbackToSavepoint(Handle handle, String name) {
    throw new UnsupportedOperationException("savepoints are the transactions themselves");
  }

  @Override
  public void releaseSavepoint(Handle handle, String name) {
    throw new UnsupportedOperationException("savepoints are the transactions themselves");
  }

  private static <T> T on(Statement<T> statement) {
    try {
      return statement.perform();
    } catch (SQLException e) {
      throw new TransactionException(e);
    }
  }

  private interface Statement<T> {
    T perform() throws SQLException;
  }
}
