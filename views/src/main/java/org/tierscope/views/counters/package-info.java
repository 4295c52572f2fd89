/** Charts of engine-wide counters over time. */
package org.tierscope.views.counters;
