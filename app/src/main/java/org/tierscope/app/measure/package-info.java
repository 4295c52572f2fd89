/** How fast the window is: what {@code ./tierscope measure} prints. */
package org.tierscope.app.measure;
