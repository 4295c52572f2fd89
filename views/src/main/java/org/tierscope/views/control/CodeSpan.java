package org.tierscope.views.control;

/**
 * Text of one colour.
 *
 * @param style style class; empty for plain text
 */
public record CodeSpan(String text, String style) {
}
