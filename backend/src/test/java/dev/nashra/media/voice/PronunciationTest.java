package dev.nashra.media.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PronunciationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a $2.5bn plan | a 2.5 billion dollar plan",
        "It cost €1.2m. | It cost 1.2 million euros.",
        "It cost $1. | It cost 1 dollar.",
        "It cost US$ 300 | It cost 300 dollars",
        "up 35% | up 35 percent",
        "12,450 people | 12450 people",
        "pages 10-15 | pages 10 to 15",
        "at 14:30 and 9:05 | at 14 30 and 9 oh 5",
        "Dr. Haddad of the U.N. | Doctor Haddad of the U N",
        "on Jan. 12, 2026 | on January 12, 20 26",
        "in 1998 | in 19 98",
        "120 km/h over 3.2 km | 120 kilometres per hour over 3.2 kilometres",
        "21°C | 21 degrees Celsius",
        "bread & salt | bread and salt",
        "the port (closed since May) opened | the port, closed since May, opened",
        "read www.example.com/a?b=1 now | read now",
        "write to news@example.org today | write to today",
        "a \"grand\" day 🎉 | a grand day",
        "\u200fthe #harbour_bridge of @palm_city | the harbour bridge of palm city",
        "it's the workers' day | it's the workers day",
      })
  void englishIsWrittenAsItIsSaid(String written, String said) {
    assertEquals(said, Pronunciation.in("en").of(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "بقيمة 2.5 مليار دولار | بقيمة مليارين ونصف المليار دولار",
        "نحو 3.5 ملايين | نحو ثلاثة ملايين ونصف المليون",
        "35% من المبلغ | خمسة وثلاثين في المئة من المبلغ",
        "٣٥٪ من المبلغ | خمسة وثلاثين في المئة من المبلغ",
        "إلى $82.4 للبرميل | إلى اثنين وثمانين فاصل أربعة دولار للبرميل",
        "و 3 مدن و 15 مستشفى | وثلاث مدن وخمسة عشر مستشفى",
        "بعد 3 سنوات | بعد ثلاث سنوات",
        "بعد 3 أيام | بعد ثلاثة أيام",
        "حضرها 45,200 متفرج | حضرها خمسة وأربعين ألف ومئتين متفرج",
        "فاز 3-1 | فاز ثلاثة مقابل واحد",
        "بين 10-15 يوم | بين عشرة إلى خمسة عشر يوم",
        "عند الساعة 14:30 | عند الساعة الثانية والنصف",
        "الساعة 9 صباحا | الساعة التاسعة صباحا",
        "طوله 3 كم | طوله ثلاثة كيلومتر",
        "د. سامي الخطيب | الدكتور سامي الخطيب",
        "بلغ 0.05 نقطة | بلغ صفر فاصل صفر خمسة نقطة",
        "1.5 متر | واحد ونصف متر",
      })
  void arabicIsWrittenAsItIsSaid(String written, String said) {
    assertEquals(said, Pronunciation.in("ar").of(written));
  }

  @Test
  void namesWithDigitsStayTogether() {
    assertEquals("طائرة F-16 جديدة", Pronunciation.in("ar").of("طائرة F-16 جديدة"));
  }

  @Test
  void otherLanguagesLoseOnlyWhatNobodySays() {
    assertEquals(
        "Le pont, 25 %.", Pronunciation.in("fr").of("Le «pont» (25 %). https://a.example/b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en", "fr"})
  void anyTextCanBeSaid(String language) {
    var random = new Random(7);
    var pool =
        "ابتثج ٠١٢٣٥٪%$€1234567890.,-–:/()[]\"'#@ abcXYZ km bn كم مليار الساعة \u200f\uD83C\uDF89\n";
    for (int i = 0; i < 2_000; i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(60); length > 0; length--) {
        text.append(pool.charAt(random.nextInt(pool.length())));
      }
      assertFalse(Pronunciation.in(language).of(text.toString()).contains("\n"));
    }
  }
}
