/** The syntax tree. */
package org.tierscope.views.syntax;
