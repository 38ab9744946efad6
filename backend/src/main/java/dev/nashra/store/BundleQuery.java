package dev.nashra.store;

import dev.nashra.publish.Bundle;
import dev.nashra.publish.SourceArticle;
import dev.nashra.report.CitedSentence;
import dev.nashra.report.Report;
import dev.nashra.social.Network;
import dev.nashra.social.Post;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Reads a post with everything that was made of its story. */
final class BundleQuery {
  private BundleQuery() {}

  static Bundle of(Handle handle, long postId) {
    var post =
        handle
            .createQuery("select * from posts where id = :id")
            .bind("id", postId)
            .map((row, _) -> post(row))
            .one();
    var report =
        handle
            .createQuery("select * from reports where id = :id")
            .bind("id", post.reportId())
            .map((row, _) -> ReportRow.of(row))
            .one();
    var rank =
        handle
            .createQuery("select rank from stories where id = :id")
            .bind("id", post.storyId())
            .mapTo(Double.class)
            .one();
    return new Bundle(
        post,
        report,
        rank,
        sources(handle, report),
        RenderingTable.latestOf(handle, post.storyId()));
  }

  private static Post post(ResultSet row) throws SQLException {
    return new Post(
        row.getLong("id"),
        row.getLong("story_id"),
        row.getLong("report_id"),
        Network.valueOf(row.getString("network")),
        row.getInt("version"),
        row.getString("language"),
        row.getString("body"),
        Columns.texts(row, "hashtags"),
        row.getString("link"));
  }

  private static List<SourceArticle> sources(Handle handle, Report report) {
    var cited =
        Stream.concat(Stream.of(report.headline(), report.lead()), report.keyPoints().stream())
            .map(CitedSentence::articleIds)
            .flatMap(List::stream)
            .distinct()
            .toArray(Long[]::new);
    return handle
        .createQuery(
            """
            select * from articles where id = any(:ids)
            order by array_position(cast(:ids as bigint[]), id)""")
        .bind("ids", cited)
        .map((row, _) -> source(row))
        .list();
  }

  private static SourceArticle source(ResultSet row) throws SQLException {
    return new SourceArticle(
        row.getLong("id"),
        row.getString("outlet"),
        row.getString("title"),
        row.getString("url"),
        row.getString("language"),
        Columns.instant(row, "published"));
  }
}
