package dev.nashra.store;

import java.util.List;

/** Rows that handlers in tests write, to see what became of their writes. */
record Accounts(Database database) {
  void clear() {
    database.useTransaction(handle -> handle.execute("delete from accounts"));
  }

  void add(String name) {
    database.useTransaction(
        handle -> handle.execute("insert into accounts (network, name) values ('LOCAL', ?)", name));
  }

  /** What became of a write: the name of the exception, or "written". */
  String tryToAdd(String name) {
    try {
      add(name);
      return "written";
    } catch (RuntimeException e) {
      return e.getClass().getSimpleName();
    }
  }

  List<String> all() {
    return database.inTransaction(
        handle ->
            handle.createQuery("select name from accounts order by id").mapTo(String.class).list());
  }
}
