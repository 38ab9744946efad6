/**
 * The command line: one class per command, all listed in {@link dev.nashra.cli.Nashra}.
 *
 * <p>Results go to standard output, messages to standard error. Exit codes: 0 success, 1 failure, 2
 * bad usage.
 */
@NullMarked
package dev.nashra.cli;

import org.jspecify.annotations.NullMarked;
