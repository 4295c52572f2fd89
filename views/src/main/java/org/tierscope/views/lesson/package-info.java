/** Lessons: a text in steps that leads through the views. */
package org.tierscope.views.lesson;
