package dev.nashra.store;

import dev.nashra.bot.Asker;
import dev.nashra.bot.BotLanguage;
import dev.nashra.bot.download.Download;
import dev.nashra.bot.download.Download.Progress;
import dev.nashra.bot.download.Download.State;
import dev.nashra.bot.download.Download.Status;
import dev.nashra.bot.download.DownloadStore;
import dev.nashra.bot.download.Failure;
import dev.nashra.bot.download.KnownMedia;
import dev.nashra.bot.download.MediaFile;
import dev.nashra.telegram.MediaKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The tables {@code downloads} and {@code known_media}. */
public final class DownloadTable implements DownloadStore {
  private static final String NOT_ENDED = "state in ('WAITING', 'RUNNING', 'SENDING')";

  private final Database database;

  public DownloadTable(Database database) {
    this.database = database;
  }

  @Override
  public <T> T atomically(Supplier<T> work) {
    return database.inTransaction(_ -> work.get());
  }

  @Override
  public void serialize(Asker asker) {
    database.useTransaction(
        handle ->
            handle.execute(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                "nashra.downloads/%d/%d".formatted(asker.bot(), asker.user())));
  }

  @Override
  public boolean hasAsked(Asker asker) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    select exists (select from downloads
                      where bot = :bot and chat = :chat and message = :message)""")
                .bind("bot", asker.bot())
                .bind("chat", asker.chat())
                .bind("message", asker.message())
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public Optional<Download> liveOf(Asker asker) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    "select * from downloads where bot = :bot and asker = :user and " + NOT_ENDED)
                .bind("bot", asker.bot())
                .bind("user", asker.user())
                .map((row, _) -> download(row))
                .findOne());
  }

  @Override
  public int countSince(Asker asker, Instant since) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    select count(*) from downloads
                    where bot = :bot and asker = :user and requested >= :since and counts""")
                .bind("bot", asker.bot())
                .bind("user", asker.user())
                .bind("since", since)
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public long add(Asker asker, String url, String link, State state, Instant now) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    insert into downloads (bot, chat, asker, message, language, url, link, state,
                      requested)
                    values (:bot, :chat, :user, :message, :language, :url, :link, :state, :now)
                    returning id""")
                .bind("bot", asker.bot())
                .bind("chat", asker.chat())
                .bind("user", asker.user())
                .bind("message", asker.message())
                .bind("language", asker.language().code())
                .bind("url", url)
                .bind("link", link)
                .bind("state", state)
                .bind("now", now)
                .mapTo(Long.class)
                .one());
  }

  @Override
  public Optional<Download> find(long id) {
    return find(id, "");
  }

  @Override
  public Optional<Download> lock(long id) {
    return find(id, " for update");
  }

  private Optional<Download> find(long id, String lock) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery("select * from downloads where id = :id" + lock)
                .bind("id", id)
                .map((row, _) -> download(row))
                .findOne());
  }

  @Override
  public void save(Download download) {
    var failure = download.failure();
    change(
        """
        update downloads set chat = :chat, state = :state, failure = :failure, counts = :counts,
          task = :task, folder = :folder, media = :media, rounds = :rounds, unsure = :unsure,
          bytes = 0, total = 0
        where id = :id""",
        statement ->
            statement
                .bind("id", download.id())
                .bind("chat", download.asker().chat())
                .bind("state", download.state())
                .bind("failure", failure)
                .bind("counts", failure == null || !failure.isRefusal())
                .bind("task", download.task())
                .bind("folder", download.folder())
                .bindByType("media", json(download.media()), Json.class)
                .bind("rounds", download.rounds())
                .bind("unsure", download.unsure()));
  }

  private static @Nullable Json json(@Nullable MediaFile media) {
    return media == null ? null : Json.of(media);
  }

  @Override
  public void progress(long id, Progress progress) {
    change(
        "update downloads set bytes = :bytes, total = :total where id = :id and state = 'RUNNING'",
        statement ->
            statement
                .bind("id", id)
                .bind("bytes", progress.bytes())
                .bind("total", progress.total()));
  }

  @Override
  public void shown(long id, Status status) {
    change(
        "update downloads set status_message = :message, status_text = :text where id = :id",
        statement ->
            statement.bind("id", id).bind("message", status.message()).bind("text", status.text()));
  }

  @Override
  public boolean isLive(long task) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery("select exists (select from tasks where id = :id)")
                .bind("id", task)
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public Set<UUID> inUse(Collection<UUID> folders) {
    return database.inTransaction(
        handle ->
            new HashSet<>(
                handle
                    .createQuery(
                        "select folder from downloads where folder = any(:folders) and "
                            + NOT_ENDED)
                    .bindArray("folders", UUID.class, folders.toArray())
                    .mapTo(UUID.class)
                    .list()));
  }

  @Override
  public Optional<KnownMedia> known(long bot, String link) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery("select * from known_media where bot = :bot and link = :link")
                .bind("bot", bot)
                .bind("link", link)
                .map(
                    (row, _) ->
                        new KnownMedia(
                            row.getString("file_id"),
                            MediaKind.valueOf(row.getString("kind")),
                            row.getString("title")))
                .findOne());
  }

  @Override
  public void learn(long bot, String link, KnownMedia media) {
    change(
        """
        insert into known_media (bot, link, file_id, kind, title, used)
        values (:bot, :link, :file, :kind, :title, now())
        on conflict (bot, link) do update set file_id = excluded.file_id, kind = excluded.kind,
          title = excluded.title, used = excluded.used""",
        statement ->
            statement
                .bind("bot", bot)
                .bind("link", link)
                .bind("file", media.fileId())
                .bind("kind", media.kind())
                .bind("title", media.title()));
  }

  @Override
  public void forget(long bot, String link) {
    change(
        "delete from known_media where bot = :bot and link = :link",
        statement -> statement.bind("bot", bot).bind("link", link));
  }

  private void change(String sql, Consumer<SqlStatement<?>> bind) {
    database.useTransaction(
        handle -> {
          var update = handle.createUpdate(sql);
          bind.accept(update);
          update.execute();
        });
  }

  private static Download download(ResultSet row) throws SQLException {
    return new Download(
        row.getLong("id"),
        new Asker(
            row.getLong("bot"),
            row.getLong("chat"),
            row.getLong("asker"),
            row.getLong("message"),
            BotLanguage.of(row.getString("language")).orElseThrow()),
        row.getString("url"),
        row.getString("link"),
        State.valueOf(row.getString("state")),
        failure(row.getString("failure")),
        row.getLong("task"),
        row.getObject("folder", UUID.class),
        media(row.getString("media")),
        row.getInt("rounds"),
        row.getBoolean("unsure"),
        new Progress(row.getLong("bytes"), row.getLong("total")),
        new Status(row.getLong("status_message"), row.getString("status_text")));
  }

  private static @Nullable Failure failure(@Nullable String name) {
    return name == null ? null : Failure.valueOf(name);
  }

  private static @Nullable MediaFile media(@Nullable String json) {
    return json == null ? null : new Json(json).as(MediaFile.class);
  }
}
