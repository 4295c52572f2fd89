/** The engine's options: tiers, thresholds, budgets, passes, stress, and presets of them. */
package org.tierscope.views.options;
