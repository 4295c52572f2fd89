package org.tierscope.views.api;

/**
 * Why a text is no program.
 *
 * @param offset where in the text, in UTF-16 units from 0
 * @param line from 1
 */
public record SyntaxProblem(String message, int offset, int line) {
}
