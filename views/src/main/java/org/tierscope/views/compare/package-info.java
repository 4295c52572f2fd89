/** Comparisons: two codes, compilations, passes or functions side by side. */
package org.tierscope.views.compare;
