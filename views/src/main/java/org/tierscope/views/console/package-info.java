/** The view of what the program prints, with a prompt that evaluates in the running program. */
package org.tierscope.views.console;
