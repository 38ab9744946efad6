package dev.nashra.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {
  private static final String ARABIC =
      "افتتح رئيس البلدية اليوم الجسر الجديد الذي يربط ضفتي النهر، وقال إن المشروع سيخفف الازدحام "
          + "في وسط المدينة بعد أعوام من الانتظار.";
  private static final String RUSSIAN =
      "Мэр города открыл сегодня новый мост через реку и сказал, что проект уменьшит пробки в "
          + "центре после долгих лет ожидания.";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void byteOrderMarkBeatsEveryName(String charset) {
    var body = ("\uFEFF<?xml version='1.0' encoding='koi8-r'?><a>" + ARABIC + "</a>");
    var decoded = TextDecoder.xml(body.getBytes(Charset.forName(charset)), "windows-1251");
    assertEquals(body.substring(1), decoded.text());
    assertEquals(charset, decoded.charset().name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void wideTextIsReadWithoutAMark(String charset) {
    var body = "<?xml version='1.0'?><a>" + ARABIC + "</a>";
    assertEquals(body, TextDecoder.xml(body.getBytes(Charset.forName(charset)), null).text());
  }

  @Test
  void contentTypeBeatsTheDeclaration() {
    var body = "<?xml version='1.0' encoding='windows-1251'?><a>" + ARABIC + "</a>";
    var bytes = body.getBytes(Charset.forName("windows-1256"));
    assertEquals(body, TextDecoder.xml(bytes, "\"Windows-1256\"").text());
  }

  @ParameterizedTest
  @CsvSource({"windows-1256", "iso-8859-6", "cp1256", "x-cp1256"})
  void declarationIsRead(String label) {
    var body = "<?xml version=\"1.0\" encoding=\"" + label + "\"?><a>مرحبا بالعالم</a>";
    var name = label.contains("1256") ? "windows-1256" : label;
    var decoded = TextDecoder.xml(body.getBytes(Charset.forName(name)), null);
    assertEquals(body, decoded.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<meta charset=windows-1256>",
        "<META CHARSET='windows-1256'/>",
        "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1256\">",
        "<!-- <meta charset=utf-16> --><meta charset=\"windows-1256\">",
        "<meta charset=\"no-such\"><meta charset=\"windows-1256\">"
      })
  void metaIsRead(String meta) {
    var body = "<html><head>" + meta + "<title>مرحبا</title>";
    var decoded = TextDecoder.html(body.getBytes(Charset.forName("windows-1256")), null);
    assertEquals(body, decoded.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"iso-8859-1", "latin1", "us-ascii", "windows-1252", "windows-1256"})
  void utf8UnderAWrongNameIsStillUtf8(String label) {
    var body = "<html><body>" + ARABIC + " – café";
    assertEquals(body, TextDecoder.html(body.getBytes(StandardCharsets.UTF_8), label).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1256", "windows-1251", "KOI8-R"})
  void unnamedTextIsToldByItsLanguage(String charset) {
    var text = charset.equals("windows-1256") ? ARABIC : RUSSIAN;
    var body = "<html><body><p class=\"lead\">" + text + "</p></body></html>";
    var bytes = body.getBytes(Charset.forName(charset));
    assertEquals(body, TextDecoder.html(bytes, null).text());
    assertEquals(body, TextDecoder.html(bytes, "utf-8").text());
    assertEquals(body, TextDecoder.xml(bytes, "iso-8859-1").text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Der Bürgermeister eröffnete die neue Brücke über den Fluß für 5 €",
        "Le maire a inauguré le nouveau pont à côté de l’hôtel de ville, très attendu",
        "El alcalde inauguró el puente más largo de la región, según él mismo"
      })
  void westernTextWithoutAnyNameIsWindows1252(String text) {
    var bytes = ("<p>" + text + "</p>").getBytes(CharsetLabel.WINDOWS_1252);
    assertEquals("<p>" + text + "</p>", TextDecoder.html(bytes, null).text());
    assertEquals("<p>" + text + "</p>", TextDecoder.xml(bytes, "utf-8").text());
  }

  @Test
  void latinOneMeansWindows1252() {
    var body = "<a>“quoted” – €5</a>".getBytes(CharsetLabel.WINDOWS_1252);
    assertEquals("<a>“quoted” – €5</a>", TextDecoder.xml(body, "ISO-8859-1").text());
  }

  @Test
  void aDamagedCharacterDoesNotTurnUtf8IntoSomethingElse() {
    var whole = ("<a>" + ARABIC + "</a>").getBytes(StandardCharsets.UTF_8);
    whole[20] = (byte) 0xFF;
    assertEquals(StandardCharsets.UTF_8, TextDecoder.xml(whole, null).charset());
  }

  @Test
  void textCutInsideACharacterIsStillUtf8() {
    var whole = "<a>é</a>".getBytes(StandardCharsets.UTF_8);
    var cut = Arrays.copyOf(whole, 4);
    assertEquals(StandardCharsets.UTF_8, TextDecoder.html(cut, null).charset());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "none", "utf-7", "x-user-defined", "%%%", "utf-16", "ISO-2022-CN-EXT"})
  void unusableNamesAreIgnored(String label) {
    var body = "<a>" + ARABIC + "</a>";
    assertEquals(body, TextDecoder.xml(body.getBytes(StandardCharsets.UTF_8), label).text());
  }

  @Test
  void eastAsianCharsetsAreKept() {
    var body = "<html><meta charset=gb2312><p>市长今天为横跨河流的新桥剪彩，并表示该项目将缓解交通拥堵</p>";
    assertEquals(body, TextDecoder.html(body.getBytes(Charset.forName("GB18030")), null).text());
    var japanese = "<html><meta charset=Shift_JIS><p>市長は今日、川にかかる新しい橋を開通させた</p>";
    var bytes = japanese.getBytes(Charset.forName("windows-31j"));
    assertEquals(japanese, TextDecoder.html(bytes, null).text());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyBytesGiveText(long seed) {
    var random = new Random(seed);
    var labels = Charset.availableCharsets().keySet().toArray(String[]::new);
    for (int round = 0; round < 300; round++) {
      var body = new ByteArrayOutputStream();
      body.writeBytes(
          ("<meta charset=" + labels[random.nextInt(labels.length)] + ">")
              .getBytes(StandardCharsets.UTF_8));
      var noise = new byte[random.nextInt(400)];
      random.nextBytes(noise);
      body.writeBytes(noise);
      var label = labels[random.nextInt(labels.length)];
      assertTimeoutPreemptively(
          Duration.ofSeconds(10),
          () -> {
            assertNotNull(TextDecoder.html(body.toByteArray(), label));
            assertNotNull(TextDecoder.xml(noise, label));
          });
    }
  }
}
