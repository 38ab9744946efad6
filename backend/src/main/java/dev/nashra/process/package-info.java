/** Child processes: started, fed, bounded, and killed with all their descendants. */
@NullMarked
package dev.nashra.process;

import org.jspecify.annotations.NullMarked;
