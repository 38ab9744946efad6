package dev.nashra.store;

import dev.nashra.report.Report;
import dev.nashra.social.Network;
import dev.nashra.social.PostDraft;
import dev.nashra.social.Posts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The table {@code posts}. */
public final class PostTable implements Posts {
  private final Database database;
  private final InstantSource clock;

  public PostTable(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public List<Unposted> unposted(Set<Network> networks, int most) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    select r.*, lacking.networks,
                      coalesce(
                        (select a.url from articles a
                         where a.id = (r.headline -> 'articleIds' ->> 0)::bigint),
                        (select a.url from articles a where a.story_id = s.id
                         order by a.published desc, a.id limit 1)) as link
                    from stories s
                    join lateral (
                      select * from reports where story_id = s.id
                      order by version desc limit 1) r on true
                    join lateral (
                      select array_agg(network) as networks
                      from unnest(cast(:networks as text[])) as network
                      where not exists (
                        select 1 from posts p
                        where p.story_id = s.id and p.network = network)) lacking
                      on lacking.networks is not null
                    where s.merged_into is null
                    order by s.rank desc, s.id
                    limit :most""")
                .bind("networks", names(networks))
                .bind("most", most)
                .map((row, _) -> unposted(row))
                .list());
  }

  private static Unposted unposted(ResultSet row) throws SQLException {
    var lacking =
        Columns.texts(row, "networks").stream().map(Network::valueOf).collect(Collectors.toSet());
    var link = row.getString("link");
    return new Unposted(ReportRow.of(row), link == null ? "" : link, lacking);
  }

  private static String[] names(Set<Network> networks) {
    return networks.stream().map(Network::name).toArray(String[]::new);
  }

  @Override
  public boolean add(Report report, PostDraft draft) {
    Instant now = clock.instant();
    return database.inTransaction(
        handle ->
            handle
                    .createUpdate(
                        """
                        insert into posts
                          (story_id, report_id, network, language, body, hashtags, link, written)
                        values
                          (:story, :report, :network, :language, :body, :hashtags, :link, :written)
                        on conflict (story_id, network, version) do nothing""")
                    .bind("story", report.storyId())
                    .bind("report", report.id())
                    .bind("network", draft.network())
                    .bind("language", draft.language())
                    .bind("body", draft.text())
                    .bind("hashtags", draft.hashtags().toArray(String[]::new))
                    .bind("link", draft.link())
                    .bind("written", now)
                    .execute()
                == 1);
  }
}
