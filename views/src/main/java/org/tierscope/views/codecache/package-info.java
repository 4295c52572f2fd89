/** The memory that machine code lies in, as a map. */
package org.tierscope.views.codecache;
