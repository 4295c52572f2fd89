/** What each site has seen, and the state of its inline cache. */
package org.tierscope.views.feedback;
