/** Jars with views, commands, samples and lessons: loading them, and keeping their failures to themselves. */
package org.tierscope.app.plugin;
