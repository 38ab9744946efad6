package dev.nashra.article.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the names out of what pages write about authors: "By Ann Lee and Bo Ek, Staff Writers". */
final class AuthorNames {
  private static final int MAX_AUTHORS = 12;
  private static final int MAX_NAME = 70;
  private static final int MAX_LINE = 400;

  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:(?:written |reported |story |text |posted )?by|von|par|por|di|da|door|av|af|oleh|autor(?:es)?"
              + "|author|автор|текст|auteur"
              + "|بقلم|كتب[تـ]?|كتبه|كتبها|إعداد|اعداد|تحرير|حوار|تقرير|متابعة|حررته?|ترجمة|الكاتبة?)"
              + "(?:\\s*+[:：\\-–ـ]\\s*+|\\s++)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern BETWEEN =
      Pattern.compile(
          "\\s*+[;|•،/]\\s*+|\\s++(?:and|und|et|y|&|with|og|och|ve|и|та)\\s++",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern NOISE =
      Pattern.compile("\\S+@\\S+|https?:\\S+|www\\.\\S+|@\\w+|\\([^)]*\\)|[\"“”«»]");

  private static final Pattern ROLE =
      Pattern.compile(
          ".*\\b(?:reporter|correspondent|editor|writer|journalist|staff|contributor|columnist|author|analyst"
              + "|redakteur(?:in)?|korrespondent(?:in)?|journaliste|periodista|corresponsal)\\b.*",
          Pattern.CASE_INSENSITIVE);

  /** What follows a name in the same box: a date, or a count. */
  private static final Pattern DATE =
      Pattern.compile(
          "\\s*+(?:\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*+\\.?\\s++)?\\d.*$",
          Pattern.CASE_INSENSITIVE);

  /** Words on buttons beside a name. */
  private static final Pattern BUTTON =
      Pattern.compile(
          ".*\\b(?:follow|profile|subscribe|share|comments?|admin|null|undefined)\\b.*",
          Pattern.CASE_INSENSITIVE);

  private final SiteName site;

  AuthorNames(SiteName site) {
    this.site = site;
  }

  List<String> in(Stream<String> lines) {
    var names = new LinkedHashMap<String, String>();
    lines
        .flatMap(line -> split(line).stream())
        .map(this::clean)
        .filter(AuthorNames::isName)
        .limit(MAX_AUTHORS)
        .forEach(name -> names.putIfAbsent(Prose.fold(name), name));
    return List.copyOf(names.values());
  }

  /** Whether a line begins with "By" or its like. */
  static boolean startsLikeByline(String line) {
    return PREFIX.matcher(line).lookingAt();
  }

  private List<String> split(String line) {
    var plain = Prose.squeeze(NOISE.matcher(Prose.tidy(line)).replaceAll(" "));
    if (line.startsWith("http") || line.length() > MAX_LINE) {
      return List.of();
    }
    return site.is(plain)
        ? List.of(plain)
        : Stream.of(BETWEEN.split(withoutDate(withoutPrefix(plain))))
            .flatMap(part -> byCommas(part).stream())
            .toList();
  }

  /** "Ann Lee, Bo Ek" are two; "Ann Lee, Reporter" and "Ann Lee, Oslo" are one. */
  private static List<String> byCommas(String part) {
    var pieces = List.of(part.split("\\s*+,\\s*+", -1));
    if (pieces.size() > 1
        && pieces.stream()
            .allMatch(piece -> Prose.words(piece) > 1 && !ROLE.matcher(piece).matches())) {
      return pieces;
    }
    return List.of(pieces.getFirst());
  }

  private static String withoutPrefix(String line) {
    return PREFIX.matcher(line).replaceFirst("");
  }

  private String clean(String name) {
    var words = withoutDate(withoutPrefix(name));
    var dashed = List.of(words.split("\\s++[-–—]\\s++", -1));
    var chosen = dashed.stream().filter(site::is).findFirst().orElse(dashed.getFirst());
    return chosen.replaceAll("^[\\s:.,،\\-–—]++|[\\s:,،\\-–—]++$", "");
  }

  private static String withoutDate(String name) {
    var date = DATE.matcher(name);
    boolean behindName = date.find() && Prose.words(name.substring(0, date.start())) > 1;
    return behindName ? name.substring(0, date.start()) : name;
  }

  private static boolean isName(String name) {
    return name.length() > 1
        && name.length() <= MAX_NAME
        && Prose.words(name) <= 8
        && name.codePoints().anyMatch(Character::isLetter)
        && !BUTTON.matcher(name).matches();
  }
}
