package org.tierscope.bytecode;

import java.util.List;

/**
 * The literal parts of a tagged template.
 *
 * @param site offset of the template in its source: sites with the same text have objects of their own
 * @param parts at least one; expressions are between them
 */
public record TemplateStrings(int site, List<Part> parts) {
    /**
     * One literal part.
     *
     * @param cooked with its escapes interpreted; null where one is malformed
     * @param raw as it is written, line ends as {@code \n}
     */
    public record Part(String cooked, String raw) {}

    public TemplateStrings {
        parts = List.copyOf(parts);
    }
}
