/**
 * The window: docked views, menus, tool bar, status line, themes, settings. {@link
 * org.tierscope.app.workbench.Workbench} puts it together; {@link org.tierscope.app.workbench.OpenProgram} is what is
 * shown in it.
 */
package org.tierscope.app.workbench;
