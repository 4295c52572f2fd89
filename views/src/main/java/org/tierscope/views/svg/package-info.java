/** Pictures as SVG: of drawings, and of whatever stands in a window. */
package org.tierscope.views.svg;
