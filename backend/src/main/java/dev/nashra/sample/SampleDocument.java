package dev.nashra.sample;

import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** What the server answers under one address. */
final class SampleDocument {
  private static final int ETAG_BYTES = 8;

  private final int status;
  private final String contentType;
  private final byte[] body;
  private final Instant lastModified;
  private final String etag;

  SampleDocument(int status, String contentType, byte[] body, Instant lastModified) {
    this.status = status;
    this.contentType = contentType;
    this.body = body;
    this.lastModified = lastModified;
    this.etag = '"' + HexFormat.of().formatHex(sha256(body), 0, ETAG_BYTES) + '"';
  }

  static SampleDocument ok(String contentType, String text, Charset charset, Instant lastModified) {
    return new SampleDocument(200, contentType, text.getBytes(charset), lastModified);
  }

  int status() {
    return status;
  }

  String contentType() {
    return contentType;
  }

  byte[] body() {
    return body;
  }

  Instant lastModified() {
    return lastModified;
  }

  String etag() {
    return etag;
  }

  private static byte[] sha256(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
