/** The tree of shapes: how objects came to look as they do, where, and which inline caches know them. */
package org.tierscope.views.shapes;
