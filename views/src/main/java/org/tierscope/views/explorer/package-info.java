/** Files to open: samples, recent ones, those beside the open one. */
package org.tierscope.views.explorer;
