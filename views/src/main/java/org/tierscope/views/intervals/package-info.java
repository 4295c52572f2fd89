/** Live intervals and registers: what the register allocator decided. */
package org.tierscope.views.intervals;
