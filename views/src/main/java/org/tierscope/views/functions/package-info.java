/** The table of functions with their tiers and counts. */
package org.tierscope.views.functions;
