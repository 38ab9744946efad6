package dev.nashra.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import dev.nashra.config.LogFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets up the log: to standard error, for people or for programs. */
public final class Logs {
  /** Control characters in a message could forge a line or steer a terminal. */
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ssXXX} %-5level %-22logger{0} %replace(%msg){'[\\p{Cntrl}&&[^\\n\\t]]','�'}%n";

  private static final List<String> CHATTY =
      List.of("org.flywaydb", "com.zaxxer.hikari", "org.eclipse.jetty", "io.javalin");

  private static final List<String> SILENT_POOL =
      List.of("com.zaxxer.hikari.pool.PoolBase", "com.zaxxer.hikari.pool.ProxyConnection");

  private Logs() {}

  /** From here on, messages of this level and above are written in this format. */
  public static void configure(String level, LogFormat format) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder(context, format));
    appender.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.toLevel(level, Level.INFO));
    root.addAppender(appender);
    CHATTY.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
    // What goes wrong in it is told in one line by the schedule.
    context.getLogger("org.quartz").setLevel(Level.OFF);
    // Connections that are gone: whoever works with the database says in one line that it is away.
    SILENT_POOL.forEach(name -> context.getLogger(name).setLevel(Level.ERROR));
    // It warns of faults in files that others wrote.
    context.getLogger("crawlercommons").setLevel(Level.ERROR);
  }

  private static Encoder<ILoggingEvent> encoder(LoggerContext context, LogFormat format) {
    Encoder<ILoggingEvent> encoder =
        switch (format) {
          case TEXT -> {
            var text = new PatternLayoutEncoder();
            text.setPattern(PATTERN);
            yield text;
          }
          case JSON -> new JsonEncoder();
        };
    encoder.setContext(context);
    encoder.start();
    return encoder;
  }
}
