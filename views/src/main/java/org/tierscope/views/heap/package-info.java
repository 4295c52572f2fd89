/** The heap and its collections. */
package org.tierscope.views.heap;
