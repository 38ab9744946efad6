/** The task queues beside other queues on the same PostgreSQL. */
package dev.nashra.bench.queue;
