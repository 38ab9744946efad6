package dev.nashra.store;

import dev.nashra.source.NewSource;
import dev.nashra.source.Source;
import dev.nashra.source.Source.Health;
import dev.nashra.source.Source.Memory;
import dev.nashra.source.SourceKind;
import dev.nashra.source.Sources;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code sources}. */
public final class SourceTable implements Sources {
  private final Database database;

  public SourceTable(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Source> add(NewSource source) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    insert into sources (url, kind, name, language, link_pattern, credential)
                    values (:url, :kind, :name, :language, :linkPattern, :credential)
                    on conflict (url) do nothing returning *""")
                .bind("url", source.url())
                .bind("kind", source.kind())
                .bind("name", source.name())
                .bind("language", source.language())
                .bind("linkPattern", source.linkPattern())
                .bind("credential", source.credential())
                .map((row, _) -> source(row))
                .findOne());
  }

  @Override
  public List<Source> all() {
    return database.inTransaction(
        handle ->
            handle
                .createQuery("select * from sources order by id")
                .map((row, _) -> source(row))
                .list());
  }

  @Override
  public List<Source> due(Instant now) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery("select * from sources where next_fetch <= :now order by id")
                .bind("now", now)
                .map((row, _) -> source(row))
                .list());
  }

  @Override
  public Optional<Source> remove(String idOrUrl) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery("delete from sources where url = :it or id::text = :it returning *")
                .bind("it", idOrUrl)
                .map((row, _) -> source(row))
                .findOne());
  }

  @Override
  public void retryNow(String url) {
    database.useTransaction(
        handle ->
            handle
                .createUpdate("update sources set next_fetch = '-infinity' where url = :url")
                .bind("url", url)
                .execute());
  }

  @Override
  public void succeeded(long id, Memory memory, @Nullable String note, Instant now) {
    database.useTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    update sources set etag = :etag, last_modified = :lastModified,
                      body_hash = :bodyHash, last_fetched = :now, last_succeeded = :now,
                      last_error = :note, failures = 0, next_fetch = '-infinity'
                    where id = :id""")
                .bind("etag", memory.etag())
                .bind("lastModified", memory.lastModified())
                .bind("bodyHash", memory.bodyHash())
                .bind("note", note)
                .bind("now", now)
                .bind("id", id)
                .execute());
  }

  @Override
  public void failed(long id, String error, Instant now, Instant nextFetch) {
    database.useTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    update sources set last_fetched = :now, last_error = :error,
                      failures = failures + 1, next_fetch = :next
                    where id = :id""")
                .bind("now", now)
                .bind("error", error)
                .bind("next", nextFetch)
                .bind("id", id)
                .execute());
  }

  private static Source source(ResultSet row) throws SQLException {
    return new Source(
        row.getLong("id"),
        row.getString("url"),
        SourceKind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("language"),
        row.getString("link_pattern"),
        row.getString("credential"),
        new Memory(
            row.getString("etag"), row.getString("last_modified"), row.getString("body_hash")),
        new Health(
            Columns.optionalInstant(row, "last_fetched"),
            Columns.optionalInstant(row, "last_succeeded"),
            row.getString("last_error"),
            row.getInt("failures"),
            Columns.instant(row, "next_fetch")));
  }
}
