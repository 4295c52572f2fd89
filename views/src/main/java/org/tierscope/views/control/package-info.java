/** Small controls that all views share, so that one thing looks the same everywhere. */
package org.tierscope.views.control;
