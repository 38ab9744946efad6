package dev.nashra.store;

import dev.nashra.report.CitedSentence;
import dev.nashra.report.Report;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** Reads a report from a row of {@code reports}. */
final class ReportRow {
  private static final TypeReference<List<CitedSentence>> SENTENCES = new TypeReference<>() {};

  private ReportRow() {}

  static Report of(ResultSet row) throws SQLException {
    return new Report(
        row.getLong("id"),
        row.getLong("story_id"),
        row.getInt("version"),
        row.getString("language"),
        new Json(row.getString("headline")).as(CitedSentence.class),
        new Json(row.getString("lead")).as(CitedSentence.class),
        new Json(row.getString("key_points")).as(SENTENCES),
        Columns.texts(row, "outlets"),
        row.getString("writer"),
        Columns.instant(row, "written"));
  }
}
