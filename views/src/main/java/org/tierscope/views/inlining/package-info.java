/** The calls of a compilation: which were inlined, which were not, and why. */
package org.tierscope.views.inlining;
