/** What the engine says about itself. */
package org.tierscope.views.log;
