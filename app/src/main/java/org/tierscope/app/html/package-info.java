/** A session as one page for browsers. */
package org.tierscope.app.html;
