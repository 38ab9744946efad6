package dev.nashra.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nashra.source.Source.Health;
import dev.nashra.source.Source.Memory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OpmlTest {
  @Test
  void foldersAreOpenedAndAttributesMayBeInAnyCase() {
    var sources =
        Opml.read(
            """
            <?xml version="1.0"?>
            <opml version="1.0"><body>
              <outline text="Folder">
                <outline text="One &amp; only" XMLURL="http://a.example/f?x=1&amp;y=2"/>
                <outline title="أخبار" type="rss" xmlUrl="http://b.example/f" language="ar">
              </outline>
              <outline text="no address"/>
            </body></opml>
            """);

    assertEquals(
        List.of(
            NewSource.at("http://a.example/f?x=1&y=2", "One & only"),
            new NewSource("http://b.example/f", SourceKind.AUTO, "أخبار", "ar", null, null)),
        sources);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    var source =
        new Source(
            1,
            "http://a.example/?a=1&b=\"2\"",
            SourceKind.SECTION,
            "<نشرة> & \"more\"",
            "ar",
            "*/article/*",
            "desk",
            Memory.NONE,
            new Health(null, null, null, 0, Instant.EPOCH));

    assertEquals(
        List.of(
            new NewSource(
                source.url(), SourceKind.SECTION, source.name(), "ar", "*/article/*", "desk")),
        Opml.read(Opml.write(List.of(source))));
  }

  @Test
  void otherDocumentsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Opml.read("<html><p>hello"));
  }
}
