/** The view of the program's text: what ran where, in which tier, how hot, and where speculation failed. */
package org.tierscope.views.source;
