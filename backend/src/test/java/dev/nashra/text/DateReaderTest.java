package dev.nashra.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Thu, 01 Jan 2004 19:48:21 GMT           | 2004-01-01T19:48:21Z",
        "Thu, 01 Jan 04 19:48:21 GMT             | 2004-01-01T19:48:21Z",
        "Thu, 01 Jan 98 19:48 EST                | 1998-01-02T00:48:00Z",
        "Fri, 01 Jan 2004 19:48:21 +0000         | 2004-01-01T19:48:21Z",
        "1 Jan 2004 19:48:21 -0330               | 2004-01-01T23:18:21Z",
        "Thu, 1 January 2004 19:48:21 PDT        | 2004-01-02T02:48:21Z",
        "Thu Jan  1 19:48:21 2004                | 2004-01-01T19:48:21Z",
        "Thu Jan 01 19:48:21 +0200 2004          | 2004-01-01T17:48:21Z",
        "Thu Jan 01 19:48:21 CET 2004            | 2004-01-01T18:48:21Z",
        "Thursday, 01-Jan-04 19:48:21 GMT        | 2004-01-01T19:48:21Z",
        "Thu,01 Jan 2004 19:48:21 GMT            | 2004-01-01T19:48:21Z",
        "Thu, 01 Jan, 2004 19:48:21 UTC          | 2004-01-01T19:48:21Z",
        "Thu, 01 Jan 2004 19:48:21 +0200 (EET)   | 2004-01-01T17:48:21Z",
        "Thu, 01 Jan 2004 19:48:21 GMT+0200      | 2004-01-01T17:48:21Z",
        "Thu, 01 Jan 2004 19:48:21 GMT+3         | 2004-01-01T16:48:21Z",
        "Thu, 01 Jan 2004 19:48:21 Etc/GMT       | 2004-01-01T19:48:21Z",
        "Thu, 01 Jul 2004 19:48:21 Asia/Beirut   | 2004-07-01T16:48:21Z",
        "Thu, 01 Jan 2004 19:48:21 Nowhere       | 2004-01-01T19:48:21Z",
        "Thu, 01 Jan 2004 24:00:00 GMT           | 2004-01-02T00:00:00Z",
        "Thu, 01 Jan 2004                        | 2004-01-01T00:00:00Z",
        "Jan 1, 2004 7:48 PM                     | 2004-01-01T19:48:00Z",
        "January 1st, 2004, 7:48 p.m.            | 2004-01-01T19:48:00Z",
        "Mon, January 5, 2004, 12:04 AM EST      | 2004-01-05T05:04:00Z",
        "January 2004                            | 2004-01-01T00:00:00Z"
      })
  void rfc822AndItsRelatives(String written, String instant) {
    assertEquals(Instant.parse(instant), DateReader.read(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2004-01-01T19:48:21Z                    | 2004-01-01T19:48:21Z",
        "2004-01-01T19:48:21.123456+02:00        | 2004-01-01T17:48:21Z",
        "2004-01-01T19:48:21,5Z                  | 2004-01-01T19:48:21Z",
        "2004-01-01t19:48:21z                    | 2004-01-01T19:48:21Z",
        "2004-01-01T19:48-0800                   | 2004-01-02T03:48:00Z",
        "2004-01-01T19:48:21+02                  | 2004-01-01T17:48:21Z",
        "2004-01-01 19:48:21                     | 2004-01-01T19:48:21Z",
        "2004-01-01 19:48:21 +0200               | 2004-01-01T17:48:21Z",
        "2004-01-01 19:48:21 UTC                 | 2004-01-01T19:48:21Z",
        "20040101T194821Z                        | 2004-01-01T19:48:21Z",
        "20040101                                | 2004-01-01T00:00:00Z",
        "2004-001                                | 2004-01-01T00:00:00Z",
        "2004-W01-4                              | 2004-01-01T00:00:00Z",
        "2004-1-1T9:48:21Z                       | 2004-01-01T09:48:21Z",
        "2004-01-01                              | 2004-01-01T00:00:00Z",
        "2004-01-01Z                             | 2004-01-01T00:00:00Z",
        "2004-01                                 | 2004-01-01T00:00:00Z",
        "2004                                    | 2004-01-01T00:00:00Z",
        "03-12-31                                | 2003-12-31T00:00:00Z",
        "2003-02-28T18:14:55-08:00               | 2003-03-01T02:14:55Z",
        "2016-12-31T23:59:60Z                    | 2016-12-31T23:59:59Z",
        "1072986501                              | 2004-01-01T19:48:21Z",
        "1072986501000                           | 2004-01-01T19:48:21Z"
      })
  void iso8601AndSecondsSince1970(String written, String instant) {
    assertEquals(Instant.parse(instant), DateReader.read(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "31.01.2004 19:48                        | 2004-01-31T19:48:00Z",
        "01.02.04                                | 2004-02-01T00:00:00Z",
        "01/02/2004 19:48:21                     | 2004-02-01T19:48:21Z",
        "01/02/2004 7:48 PM                      | 2004-01-02T19:48:00Z",
        "01/31/2004 19:48                        | 2004-01-31T19:48:00Z",
        "Fri, 2006/09/15 08:19:53 EDT            | 2006-09-15T12:19:53Z",
        "01-02-2004                              | 2004-02-01T00:00:00Z"
      })
  void daysInNumbers(String written, String instant) {
    assertEquals(Instant.parse(instant), DateReader.read(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "الخميس، 01 يناير 2004 07:48 م           | 2004-01-01T19:48:00Z",
        "٥ كانون الثاني ٢٠٢٥ - ١٠:٣٠             | 2025-01-05T10:30:00Z",
        "5 أفريل 2024 18:00:00 +0100             | 2024-04-05T17:00:00Z",
        "05 ابريل 2024                           | 2024-04-05T00:00:00Z",
        "14 أيلول 2023, 9:05 ص                   | 2023-09-14T09:05:00Z",
        "Do, 01 Mai 2014 10:00:00 +0200          | 2014-05-01T08:00:00Z",
        "Mittwoch, 5. März 2014, 17.30 Uhr       | 2014-03-05T17:30:00Z",
        "mar., 02 janv. 2018 10:00:00 +0100      | 2018-01-02T09:00:00Z",
        "mar 06 mar 2018 10:00                   | 2018-03-06T10:00:00Z",
        "1er août 2019 à 18h30                   | 2019-08-01T18:30:00Z",
        "15 fevrier 2021                         | 2021-02-15T00:00:00Z",
        "Пт, 26 июн 2015 14:02:00 +0300          | 2015-06-26T11:02:00Z",
        "5 июля 2020 г., 12:00 MSK               | 2020-07-05T09:00:00Z",
        "3 de marzo de 2019                      | 2019-03-03T00:00:00Z",
        "12 Ağustos 2022 09:15                   | 2022-08-12T09:15:00Z",
        "Κυρ, 11 Ιούλ 2004 12:00:00 EST          | 2004-07-11T17:00:00Z",
        "2004-július-13T9:15-05:00               | 2004-07-13T14:15:00Z",
        "2018年3月5日 10:20                        | 2018-03-05T10:20:00Z",
        "2004-05-25 오후 11:23:17                  | 2004-05-25T23:23:17Z"
      })
  void monthsInOtherLanguages(String written, String instant) {
    assertEquals(Instant.parse(instant), DateReader.read(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "yesterday",
        "3 days ago",
        "Sun, 16 zzz 2012 11:47:32 GMT",
        "30 Feb 2012",
        "Sun, 99 Jun 2009 12:00:00 GMT",
        "Sun, Dec x 2012 11:47:32 GMT",
        "2003-12-31T25:14:55Z",
        "2003-12-31T10:61:55Z",
        "2013-xx-27",
        "22013",
        "12",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59-99:99",
        "16 Dec 99999999999999999999"
      })
  void whatIsNoDateIsNull(String written) {
    assertNull(DateReader.read(written));
  }

  @Test
  void noDateAtAllIsNull() {
    assertNull(DateReader.read(null));
    assertNull(DateReader.read("1".repeat(1_000_000)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anyTextIsReadInBoundedTimeWithoutAnException(long seed) {
    var random = new Random(seed);
    var pieces =
        new String[] {
          "Jan",
          "mar.",
          "2004",
          "-",
          ":",
          "/",
          ".",
          "T",
          "Z",
          "+",
          " ",
          "19",
          "م",
          "年",
          "99",
          "GMT",
          "Asia/Beirut",
          "W",
          "pm",
          "٣",
          "0",
          "h",
          "\u200F",
          "999999999999"
        };
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (int round = 0; round < 5_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(14); i >= 0; i--) {
              text.append(pieces[random.nextInt(pieces.length)]);
            }
            DateReader.read(text.toString());
          }
        });
  }
}
