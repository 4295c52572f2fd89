/** The functions of a program, as they stand in one another. */
package org.tierscope.views.outline;
