/** Pictures of the workbench and of each view, made without a display. */
package org.tierscope.app.snapshot;
