/** Searches all open views at once. */
package org.tierscope.views.search;
