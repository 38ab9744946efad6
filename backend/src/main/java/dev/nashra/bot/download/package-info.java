/**
 * The media behind a link that a reader sends to the bot.
 *
 * <p><b>A download is a row</b> ({@link dev.nashra.bot.download.Download}); four kinds of tasks
 * move it on, each by its number alone:
 *
 * <ul>
 *   <li>{@code download_media} gets the file into a folder of its own;
 *   <li>{@code send_media} sends it, under the limits of the chat;
 *   <li>{@code show_download} makes the status message say what the row says, and clears the folder
 *       away once the download has ended. It is unique per download and state: the end is shown
 *       after everything else, however many changes came before;
 *   <li>{@code watch_download} looks now and then whether a task still works for the download. This
 *       is how the reader hears of an end that no handler could tell of: a killed worker, a thread
 *       that ignored its stop, an operator who cancelled the task.
 * </ul>
 *
 * <p><b>Folders.</b> The row names its folder before the folder is made. So a folder that no live
 * row names is nobody's, and any worker may remove it.
 *
 * <p><b>Locks.</b> A transaction of an attempt holds its task before it locks the row. Whoever
 * wants both takes the task first.
 */
@NullMarked
package dev.nashra.bot.download;

import org.jspecify.annotations.NullMarked;
