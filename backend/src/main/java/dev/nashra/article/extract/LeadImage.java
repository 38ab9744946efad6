package dev.nashra.article.extract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;

/** The address of the picture that the page gives with the article. */
final class LeadImage {
  private static final int MAX_LENGTH = 2_000;

  private LeadImage() {}

  static Optional<String> of(Page page) {
    return Stream.of(
            page.metas().all(List.of("og:image:secure_url", "og:image", "og:image:url")),
            page.metas()
                .all(
                    List.of(
                        "twitter:image", "twitter:image:src", "parsely-image-url", "thumbnail")),
            page.data().image().stream(),
            page.document().select("link[rel=image_src]").stream().map(e -> e.attr("href")),
            page.document().select("[itemprop=image]").stream().map(LeadImage::source))
        .flatMap(address -> address)
        .map(address -> StringUtil.resolve(page.url(), address.strip()))
        .filter(address -> address.startsWith("http") && address.length() <= MAX_LENGTH)
        .findFirst();
  }

  private static String source(Element element) {
    return Stream.of("src", "content", "href")
        .map(element::attr)
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }
}
