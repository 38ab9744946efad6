package dev.nashra.article.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the page's JSON-LD says about the article, in whichever of its many shapes. */
final class LinkedData {
  private static final int MAX_SCRIPTS = 50;
  private static final int MAX_NODES = 5_000;
  private static final List<String> NESTING =
      List.of("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "isPartOf", "video", "image");

  private final List<JsonNode> things = new ArrayList<>();
  private final Map<String, JsonNode> byId = new HashMap<>();
  private final @Nullable JsonNode article;

  LinkedData(Document document, String url) {
    document.select("script[type*=ld+json]").stream()
        .limit(MAX_SCRIPTS)
        .flatMap(script -> LooseJson.read(script.data()).stream())
        .forEach(this::collect);
    article = chooseArticle(url);
  }

  Optional<String> headline() {
    return text("headline").or(() -> article == null ? Optional.empty() : text("name"));
  }

  Optional<String> published() {
    return text("datePublished").or(() -> text("dateCreated")).or(this::pageDate);
  }

  Optional<String> modified() {
    return text("dateModified");
  }

  List<String> descriptions() {
    return Stream.of("alternativeHeadline", "description", "abstract")
        .flatMap(key -> text(key).stream())
        .toList();
  }

  Optional<String> language() {
    return text("inLanguage");
  }

  /** The body as plain text; markup in it is undone. */
  Optional<String> body() {
    return field("articleBody").or(() -> field("text")).map(LinkedData::plain);
  }

  /** What the pictures and videos that the data names are said to show. */
  Stream<String> captions() {
    return things.stream()
        .filter(LinkedData::isMedia)
        .flatMap(node -> Stream.of("caption", "description").map(node::path))
        .flatMap(text -> string(text).stream());
  }

  List<String> authors() {
    if (article == null) {
      return List.of();
    }
    var names = new LinkedHashSet<String>();
    for (var key : List.of("author", "creator")) {
      if (names.isEmpty()) {
        spread(article.path(key)).flatMap(this::names).forEach(names::add);
      }
    }
    return List.copyOf(names);
  }

  Optional<String> publisher() {
    return article == null
        ? Optional.empty()
        : spread(article.path("publisher")).flatMap(this::names).findFirst();
  }

  Optional<String> image() {
    return article == null
        ? Optional.empty()
        : Stream.of("image", "thumbnailUrl")
            .flatMap(key -> spread(article.path(key)))
            .flatMap(image -> address(image).stream())
            .findFirst();
  }

  /** Walks without recursion: the nesting is the page's choice. */
  private void collect(JsonNode root) {
    var open = new ArrayDeque<JsonNode>();
    open.add(root);
    while (!open.isEmpty() && things.size() < MAX_NODES) {
      var node = open.poll();
      if (node.isArray()) {
        node.forEach(open::add);
      } else if (node.isObject()) {
        things.add(node);
        var id = node.path("@id").asString("");
        if (!id.isEmpty() && node.size() > 1) {
          byId.putIfAbsent(id, node);
        }
        NESTING.stream().map(node::path).filter(JsonNode::isContainer).forEach(open::add);
      }
    }
  }

  /** The article that the page is about: by its address if one says so, else the first one. */
  private @Nullable JsonNode chooseArticle(String url) {
    var articles = things.stream().filter(LinkedData::isArticle).toList();
    return articles.stream()
        .filter(node -> !url.isEmpty() && addresses(node).anyMatch(url::equals))
        .findFirst()
        .or(() -> articles.stream().filter(node -> node.has("headline")).findFirst())
        .or(() -> articles.stream().findFirst())
        .orElse(null);
  }

  private static boolean isArticle(JsonNode node) {
    return spread(node.path("@type"))
        .map(type -> type.asString(""))
        .anyMatch(
            type -> type.endsWith("Article") || type.endsWith("Posting") || type.equals("Report"));
  }

  private static boolean isMedia(JsonNode node) {
    return spread(node.path("@type"))
        .map(type -> type.asString(""))
        .anyMatch(type -> type.equals("VideoObject") || type.equals("ImageObject"));
  }

  private static Stream<String> addresses(JsonNode node) {
    var page = node.path("mainEntityOfPage");
    return Stream.of(node.path("url"), node.path("@id"), page, page.path("@id"), page.path("url"))
        .map(value -> value.asString(""));
  }

  private Optional<String> pageDate() {
    return things.stream()
        .filter(
            node ->
                spread(node.path("@type")).anyMatch(type -> type.asString("").equals("WebPage")))
        .flatMap(node -> string(node.path("datePublished")).stream())
        .findFirst();
  }

  private Optional<String> text(String key) {
    return field(key).map(value -> Prose.tidy(plain(value))).filter(value -> !value.isEmpty());
  }

  private Optional<String> field(String key) {
    return article == null
        ? Optional.empty()
        : spread(article.path(key)).flatMap(value -> string(value).stream()).findFirst();
  }

  private static Optional<String> string(JsonNode value) {
    var text = value.isObject() ? value.path("@value").asString("") : value.asString("");
    return text.isBlank() ? Optional.empty() : Optional.of(text);
  }

  /** An author is a string, a person, or only a reference to one. */
  private Stream<String> names(JsonNode author) {
    if (author.isString()) {
      return Stream.of(author.asString());
    }
    var name = author.path("name");
    var known = byId.get(author.path("@id").asString(""));
    var source = name.isMissingNode() && known != null ? known.path("name") : name;
    return spread(source).flatMap(value -> string(value).stream()).map(Prose::tidy);
  }

  private Optional<String> address(JsonNode image) {
    if (image.isString()) {
      return string(image);
    }
    var known = byId.getOrDefault(image.path("@id").asString(""), image);
    return Stream.of("url", "contentUrl")
        .flatMap(key -> Stream.concat(spread(image.path(key)), spread(known.path(key))))
        .flatMap(value -> string(value).stream())
        .findFirst();
  }

  private static Stream<JsonNode> spread(JsonNode node) {
    return node.isArray() ? node.valueStream() : Stream.of(node);
  }

  private static String plain(String value) {
    var unescaped = value.contains("&lt;") ? Prose.unescape(value) : value;
    return unescaped.indexOf('<') < 0
        ? unescaped
        : Blocks.of(Jsoup.parseBodyFragment(unescaped).body()).stream()
            .map(Block::text)
            .collect(Collectors.joining("\n\n"));
  }
}
