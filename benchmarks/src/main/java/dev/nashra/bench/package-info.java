/** Benchmarks, each a command that prints a table and says what it compares. */
package dev.nashra.bench;
