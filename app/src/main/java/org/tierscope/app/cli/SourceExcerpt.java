package org.tierscope.app.cli;

/** The line of a source that an error is about, with a caret under the place. */
final class SourceExcerpt {
    private SourceExcerpt() {}

    /**
     * Two lines: the source line and a caret under the column; empty where the source has no such line. Tabs
     * before the place are kept, so that the caret stands right however wide the terminal draws them.
     *
     * @param line 1-based
     * @param column 1-based, in UTF-16 units
     */
    static String of(String source, int line, int column) {
        // the line terminators of ECMA-262, section 12.3
        String[] lines = source.split("\r\n|[\n\r\u2028\u2029]", -1);
        if (line < 1 || line > lines.length) {
            return "";
        }
        String text = lines[line - 1];
        var caret = new StringBuilder();
        for (int i = 0; i < column - 1; i++) {
            caret.append(i < text.length() && text.charAt(i) == '\t' ? '\t' : ' ');
        }
        return text + "\n" + caret + "^\n";
    }
}
