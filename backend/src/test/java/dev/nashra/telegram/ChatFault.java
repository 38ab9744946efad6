package dev.nashra.telegram;

/** What {@link LocalTelegram} does with one message. */
public enum ChatFault {
  CUTS_AFTER_SENDING(true),
  ANSWERS_500_AFTER_SENDING(true),
  TALKS_RUBBISH_AFTER_SENDING(true),
  CUTS_BEFORE_SENDING(false),
  CANNOT_PARSE(false),
  IS_BLOCKED(false),
  IS_FLOODED(false);

  private final boolean sends;

  ChatFault(boolean sends) {
    this.sends = sends;
  }

  boolean sends() {
    return sends;
  }
}
