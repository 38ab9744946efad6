/** PostgreSQL: the pool, the migrations, the embedded server, and one class per table. */
@NullMarked
package dev.nashra.store;

import org.jspecify.annotations.NullMarked;
