/** What can be set: keys, the look of the window. */
package org.tierscope.views.settings;
