package dev.nashra.store;

import dev.nashra.publish.Bundle;
import dev.nashra.publish.Claim;
import dev.nashra.publish.Format;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A claimed row of {@code publications}, before what belongs to its post is read. */
record Claimed(
    long id, long postId, int attempt, Format format, Instant planned, @Nullable Instant armed) {
  static Claimed of(ResultSet row) throws SQLException {
    return new Claimed(
        row.getLong("id"),
        row.getLong("post_id"),
        row.getInt("attempt"),
        Format.valueOf(row.getString("format")),
        Columns.instant(row, "planned"),
        Columns.optionalInstant(row, "armed"));
  }

  Claim with(Bundle bundle) {
    return new Claim(id, attempt, format, planned, armed, bundle);
  }
}
