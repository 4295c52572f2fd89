/** What went wrong. */
package org.tierscope.views.problems;
