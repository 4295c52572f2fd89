/** The timeline: a lane per function with its tiers, compilations and transitions, and the cursor all views share. */
package org.tierscope.views.timeline;
