package dev.nashra.article.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PageFactsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "Ferry terminal to open | Amber Courier ! Ferry terminal to open",
        "Ferry terminal to open - World - Amber Courier ! Ferry terminal to open - World",
        "Amber Courier: Ferry terminal to open ! Amber Courier: Ferry terminal to open",
        "Amber Courier | Ferry terminal to open ! Ferry terminal to open",
        "BUDGET | Ferry terminal to open ! BUDGET | Ferry terminal to open",
        "Ferry terminal – a long wait for nine islands ! Ferry terminal – a long wait for nine islands",
        "Ferry terminal to open » courier.example ! Ferry terminal to open",
      })
  void headlinesLoseTheSitesName(String told, String headline) {
    var page =
        page(
            "<meta property='og:site_name' content='Amber Courier'><meta property='og:title' content='"
                + told
                + "'>");
    assertEquals(Optional.of(headline), new Headline(page, new SiteName(page)).find());
  }

  @Test
  void theHeadingOnThePageCompletesAShortenedTitle() {
    var page =
        page(
            "<meta property='og:title' content='Ferry terminal to open after…'>"
                + "<h1>Ferry terminal to open after two years</h1>");
    assertEquals(
        Optional.of("Ferry terminal to open after two years"),
        new Headline(page, new SiteName(page)).find());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "By Ann Lee ! Ann Lee",
        "Ann Lee and Bo Ek ! Ann Lee;Bo Ek",
        "Ann Lee, Bo Ek & Cy Fox ! Ann Lee;Bo Ek;Cy Fox",
        "Ann Lee, News Reporter ! Ann Lee",
        "Ann Lee ann.lee@courier.example ! Ann Lee",
        "Ann Lee May 6, 2024 8:30 AM ! Ann Lee",
        "Von Ann Lee ! Ann Lee",
        "بقلم: سامر الحلو ! سامر الحلو",
        "كتبت - ليلى نور ! ليلى نور",
        "سامر الحلو، ليلى نور ! سامر الحلو;ليلى نور",
        "سامر الحلو - العنبر ! سامر الحلو",
        "https://courier.example/authors/ann !",
        "admin !",
      })
  void authorsAreNames(String written, String names) {
    var page = page("<meta name='author' content='" + written + "'>");
    var expected = names == null ? List.<String>of() : List.of(names.split(";", -1));
    assertEquals(expected, new Authors(page, new SiteName(page)).find());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "<meta property='article:published_time' content='2024-05-06T08:30:00+02:00'> ! 2024-05-06T06:30:00Z",
        "<meta itemprop='datePublished' content='2024-05-06 08:30'> ! 2024-05-06T08:30:00Z",
        "<meta name='date' content='2024-05-06'> ! 2024-05-06T00:00:00Z",
        "<meta name='date' content='2024-05-06T00:00:00+03:00'> ! 2024-05-06T00:00:00Z",
        "<meta name='date' content='2024-05-06'><h1>x</h1><time datetime='2024-05-06T08:30:00Z'></time> ! 2024-05-06T08:30:00Z",
        "<meta property='article:published_time' content='2024-05-06 08:30:00'><meta name='date' content='2024-05-06T08:30:00+02:00'> ! 2024-05-06T06:30:00Z",
        "<div><h1>x</h1><p class='date'>6 mai 2024 à 8h30</p></div><time>1 June 2023</time> ! 2024-05-06T08:30:00Z",
        "<h1>x</h1><span class='post-date'>٦ مايو ٢٠٢٤</span> ! 2024-05-06T00:00:00Z",
        "<p>no date</p> ! 2024-05-01T00:00:00Z",
      })
  void theTimeOfPublicationIsFound(String html, Instant time) {
    var page = new Page("https://courier.example/2024/05/01/ferry", Jsoup.parse(html));
    assertEquals(Optional.of(time), new PublicationTime(page).find());
  }

  @Test
  void brokenJsonLdIsStillAWitness() {
    var data =
        new LinkedData(
            Jsoup.parse(
                """
                <script type="application/ld+json">
                //<![CDATA[
                {"@type":"NewsArticle","headline":"The \\"old" quay",
                 "datePublished":"2024-05-06","author":{"@type":"Person","name":"Ann Lee"},
                 "articleBody":"One line
                and another", oops }
                //]]></script>
                """),
            "");
    assertEquals(Optional.of("The \"old\" quay"), data.headline().map(h -> h.replace("\\", "")));
    assertEquals(Optional.of("2024-05-06"), data.published());
    assertEquals(List.of("Ann Lee"), data.authors());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "Advertisement ! true",
        "Read more: The quay ! true",
        "اقرأ أيضًا: تاريخ الرصيف ! true",
        "إقرأ أيضا ! true",
        "Lesen Sie auch: Der alte Kai ! true",
        "Читайте также: Старый причал ! true",
        "© 2024 Amber Courier ! true",
        "Related to this, the authority said on Monday, is the question of who pays for the quay. ! false",
        "شارك في الاجتماع الذي عقد في العنبر مساء الإثنين وزراء النقل في الدول التسع المعنية. ! false",
        "Sharespeople fell silent ! false",
      })
  void furnitureIsToldFromSentences(String line, boolean furniture) {
    var block = Blocks.of(Jsoup.parse("<p>" + line + "</p>").body()).getFirst();
    assertEquals(furniture, Furniture.matches(block));
  }

  private static Page page(String html) {
    return new Page("https://courier.example/news/ferry", Jsoup.parse(html));
  }
}
