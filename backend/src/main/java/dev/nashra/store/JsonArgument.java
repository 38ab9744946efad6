package dev.nashra.store;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Writes {@code jsonb} columns. */
final class JsonArgument extends AbstractArgumentFactory<Json> {
  JsonArgument() {
    super(Types.OTHER);
  }

  @Override
  protected Argument build(Json value, ConfigRegistry config) {
    return (position, statement, context) ->
        statement.setObject(position, value.text(), Types.OTHER);
  }
}
