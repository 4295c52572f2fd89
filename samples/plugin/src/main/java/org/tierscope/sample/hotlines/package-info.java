/** A plug-in as an example: a view, a command, a sample and a lesson. docs/plugins.md walks through it. */
package org.tierscope.sample.hotlines;
