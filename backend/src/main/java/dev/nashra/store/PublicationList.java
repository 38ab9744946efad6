package dev.nashra.store;

import dev.nashra.publish.Format;
import dev.nashra.publish.Publication;
import dev.nashra.publish.PublicationState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Publications as a person sees them. */
record PublicationList(Handle handle) {
  private static final String NEWEST =
      """
      select u.*, a.name as account, p.story_id, r.headline ->> 'text' as headline
      from publications u
      join accounts a on a.id = u.account_id
      join posts p on p.id = u.post_id
      join reports r on r.id = p.report_id
      where cast(:state as text) is null or u.state = :state
      order by u.id desc limit :most""";

  List<Publication> newest(@Nullable PublicationState state, int most) {
    return handle
        .createQuery(NEWEST)
        .bind("state", state)
        .bind("most", most)
        .map((row, _) -> publication(row))
        .list();
  }

  private static Publication publication(ResultSet row) throws SQLException {
    return new Publication(
        row.getLong("id"),
        row.getString("account"),
        Format.valueOf(row.getString("format")),
        row.getLong("story_id"),
        row.getLong("post_id"),
        row.getString("headline"),
        PublicationState.valueOf(row.getString("state")),
        row.getInt("attempt"),
        Columns.instant(row, "planned"),
        Columns.optionalInstant(row, "armed"),
        Columns.optionalInstant(row, "published"),
        row.getString("remote_url"),
        row.getString("error"));
  }
}
