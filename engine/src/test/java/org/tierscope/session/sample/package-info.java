/** A recording made by hand, for tests of whatever reads recordings. Other modules use it through the test jar. */
package org.tierscope.session.sample;
