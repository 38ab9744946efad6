/**
 * The engine in both modes over the sample newsroom, with parts that are slow or hang on purpose.
 */
package dev.nashra.bench.engine;
