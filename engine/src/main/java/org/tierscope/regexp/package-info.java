/**
 * Regular expressions (22.2): pattern text → {@link org.tierscope.regexp.Node} tree → {@link org.tierscope.regexp.Program} →
 * {@link org.tierscope.regexp.Matcher}. Knows nothing of objects and values; see docs/regexp.md.
 */
package org.tierscope.regexp;
