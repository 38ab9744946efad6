package dev.nashra.text;

import java.nio.charset.Charset;

/** The text of a document from the web and the character set in which its bytes were written. */
public record DecodedText(String text, Charset charset) {}
