/** The view of machine code, with what each instruction comes from and where it can leave. */
package org.tierscope.views.machine;
