@NullMarked
package dev.nashra.app.health;

import org.jspecify.annotations.NullMarked;
