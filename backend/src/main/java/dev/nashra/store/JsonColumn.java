package dev.nashra.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads {@code jsonb} columns. */
final class JsonColumn implements ColumnMapper<@Nullable Json> {
  @Override
  public @Nullable Json map(ResultSet row, int column, StatementContext context)
      throws SQLException {
    var text = row.getString(column);
    return text == null ? null : new Json(text);
  }
}
