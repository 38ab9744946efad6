package dev.nashra.media.card;

import dev.nashra.media.Brief;
import java.time.Instant;
import java.util.List;

/** Invented stories. */
public final class BriefFixture {
  public static final Instant PUBLISHED = Instant.parse("2026-11-21T09:30:00Z");

  private BriefFixture() {}

  public static Brief arabic(long id) {
    return new Brief(
        id,
        "ar",
        "المجلس يصوّت على إعادة بناء المرفأ القديم بقيمة 2.5 مليار قبل 2028",
        "أُقرّت الخطة بأغلبية 31 صوتًا مقابل 9 بعد يوم من النقاش (مصدر: The Quay).",
        List.of("يبدأ العمل في مايو", "ترتفع الرسوم بنسبة 12%"),
        List.of("صحيفة المرفأ", "The Quay", "Coast News"),
        PUBLISHED);
  }

  public static Brief english(long id) {
    return new Brief(
        id,
        "en",
        "Council votes to rebuild the old harbour for €2.5bn by 2028",
        "The plan passed by 31 votes to 9 after a day of debate.",
        List.of("Work starts in May", "Fees rise by 12%"),
        List.of("The Quay", "Coast News"),
        PUBLISHED);
  }

  /** Another text in every place, so that what differs between two pictures is text. */
  public static Brief otherThan(Brief brief) {
    var arabic = brief.language().equals("ar");
    return new Brief(
        brief.storyId(),
        brief.language(),
        arabic ? "هدوء" : "Quiet",
        "",
        List.of(),
        List.of(arabic ? "مرصد" : "Observer"),
        PUBLISHED.plusSeconds(50 * 86_400L));
  }
}
