package dev.nashra.broadcast;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a feed as RSS 2.0, with the sound as enclosures, so that it is a podcast too. */
final class RssFeed {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
  private static final String ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd";

  /** Characters that XML 1.0 cannot hold, escaped or not. */
  private static final Pattern FORBIDDEN =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private final FeedChannel channel;
  private final Wording words;
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private RssFeed(FeedChannel channel, Wording words) throws XMLStreamException {
    this.channel = channel;
    this.words = words;
    this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
  }

  static String of(FeedChannel channel, Wording words) {
    try {
      return new RssFeed(channel, words).write();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private String write() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("rss");
    xml.writeAttribute("version", "2.0");
    xml.writeNamespace("atom", ATOM);
    xml.writeNamespace("content", CONTENT);
    xml.writeNamespace("itunes", ITUNES);
    xml.writeStartElement("channel");
    head();
    for (var edition : channel.editions()) {
      item(edition);
    }
    xml.writeEndDocument();
    xml.flush();
    return text.toString();
  }

  private void head() throws XMLStreamException {
    element("title", channel.title());
    element("link", channel.address(channel.home()));
    element("description", channel.description());
    element("language", channel.language());
    element("generator", "Nashra");
    element("docs", "https://www.rssboard.org/rss-specification");
    if (!channel.editions().isEmpty()) {
      element("lastBuildDate", date(channel.editions().getFirst().updated()));
    }
    xml.writeEmptyElement("atom", "link", ATOM);
    xml.writeAttribute("href", channel.address(channel.path()));
    xml.writeAttribute("rel", "self");
    xml.writeAttribute("type", "application/rss+xml");
  }

  private void item(Edition edition) throws XMLStreamException {
    xml.writeStartElement("item");
    element("title", edition.title());
    element("link", channel.address(edition.file()));
    xml.writeStartElement("guid");
    xml.writeAttribute("isPermaLink", "false");
    xml.writeCharacters(FeedChannel.guid(edition));
    xml.writeEndElement();
    element("pubDate", date(edition.made()));
    element("description", FeedBody.summary(edition));
    xml.writeStartElement("content", "encoded", CONTENT);
    xml.writeCharacters(legal(FeedBody.html(edition, words)));
    xml.writeEndElement();
    enclosure(edition);
    xml.writeEndElement();
  }

  private void enclosure(Edition edition) throws XMLStreamException {
    var audio = edition.audio();
    if (audio == null) {
      return;
    }
    xml.writeEmptyElement("enclosure");
    xml.writeAttribute("url", channel.address(audio.file()));
    xml.writeAttribute("length", Long.toString(audio.bytes()));
    xml.writeAttribute("type", "audio/mpeg");
    xml.writeStartElement("itunes", "duration", ITUNES);
    xml.writeCharacters(Long.toString(audio.duration().toSeconds()));
    xml.writeEndElement();
  }

  private void element(String name, String value) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(legal(value));
    xml.writeEndElement();
  }

  private static String legal(String value) {
    return FORBIDDEN.matcher(value).replaceAll("");
  }

  private static String date(Instant instant) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
  }
}
