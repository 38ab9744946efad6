/** Everything that only watches: log lines, metrics, alerts to the operator. */
@NullMarked
package dev.nashra.telemetry;

import org.jspecify.annotations.NullMarked;
