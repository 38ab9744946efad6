package dev.nashra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExtractFilterTest {
  @TempDir Path folder;

  @Test
  void aLineIsAnsweredWithTheArticle() throws IOException {
    var file = folder.resolve("page.html");
    var html =
        "<meta charset=windows-1256><h1>افتتاح محطة العبارات في العنبر</h1>"
            + "<p>أعلنت هيئة الميناء في مدينة العنبر أن محطة العبارات الجديدة ستفتتح في الربيع.</p>";
    Files.write(file, html.getBytes(Charset.forName("windows-1256")));
    var answer = new ExtractFilter().answer("7\t" + file + "\thttps://courier.example/a");
    assertEquals("7", answer.id());
    assertEquals("افتتاح محطة العبارات في العنبر", answer.title());
    assertEquals("ar", answer.language());
    assertNull(answer.error());
  }

  @Test
  void aLineThatCannotBeUsedSaysWhy() {
    assertNotNull(new ExtractFilter().answer("7").error());
    assertNotNull(
        new ExtractFilter().answer("7\t" + folder.resolve("none") + "\thttp://x/").error());
    assertNotNull(new ExtractFilter().answer("7\t\u0000\thttp://x/").error());
  }
}
