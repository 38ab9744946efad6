package dev.nashra.config;

/**
 * One thing that an operator can set.
 *
 * @param variable the environment variable
 * @param group the heading it stands under
 * @param meaning one sentence, with the unit and the special values
 * @param defaultText what holds when the variable is not set; empty means "none"
 * @param secret whether its value is never shown
 */
public record Setting<T>(
    String variable,
    String group,
    String meaning,
    String defaultText,
    SettingType<T> type,
    boolean secret) {}
