package dev.nashra.bot;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Where updates are stored, each with the task that handles it, before they are acknowledged. */
public interface UpdateInbox {
  /** Stores updates that are not there yet; when it returns, that is committed. */
  void accept(long bot, List<Update> updates);

  /**
   * An update as it came.
   *
   * @param id unique for the bot
   */
  record Update(long id, JsonNode json) {}
}
