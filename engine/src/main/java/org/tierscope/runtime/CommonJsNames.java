package org.tierscope.runtime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names under which modules can import what a CommonJS file exports, found in its text before it runs, as node does: properties
 * that are assigned or defined on {@code exports}, and those of an object literal that becomes {@code module.exports}, before the first
 * whose value is no identifier. A name that was found wrongly is undefined.
 */
final class CommonJsNames {
    private static final String NAME = "[A-Za-z_$][\\w$]*";
    private static final String EXPORTS = "(?<![.\\w$])(?:module\\s*\\.\\s*)?exports";
    private static final Pattern ASSIGNED = Pattern.compile(
            EXPORTS + "\\s*(?:\\.\\s*(" + NAME + ")|\\[\\s*(?:'([^']+)'|\"([^\"]+)\")\\s*\\])\\s*=(?![=>])");
    private static final Pattern DEFINED = Pattern.compile("Object\\s*\\.\\s*defineProperty\\(\\s*" + EXPORTS
            + "\\s*,\\s*(?:'([^']+)'|\"([^\"]+)\")\\s*,\\s*\\{\\s*(?:enumerable\\s*:\\s*true\\s*,\\s*get|(?:enumerable\\s*:\\s*true\\s*,\\s*)?value)\\b");
    private static final Pattern LITERAL = Pattern.compile("(?<![.\\w$])module\\s*\\.\\s*exports\\s*=\\s*\\{");
    private static final Pattern PROPERTY = Pattern.compile(
            "\\s*(?:(" + NAME + ")|'([^']+)'|\"([^\"]+)\")\\s*(?:(:)\\s*(" + NAME + "\\s*(?=[,}]))?|(?=[,}]))");

    private CommonJsNames() {}

    static List<String> of(String text) {
        var names = new LinkedHashSet<String>();
        addAll(ASSIGNED.matcher(text), names);
        addAll(DEFINED.matcher(text), names);
        for (Matcher literal = LITERAL.matcher(text); literal.find(); ) {
            addProperties(text, literal.end(), names);
        }
        names.remove("default");
        return new ArrayList<>(names);
    }

    private static void addAll(Matcher matcher, Set<String> names) {
        while (matcher.find()) {
            names.add(name(matcher));
        }
    }

    private static String name(Matcher matcher) {
        for (int group = 1; group <= Math.min(3, matcher.groupCount()); group++) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        throw new IllegalStateException();
    }

    private static void addProperties(String text, int from, Set<String> names) {
        Matcher property = PROPERTY.matcher(text);
        for (int at = from; property.find(at) && property.start() == at; at = property.end() + 1) {
            boolean simple = property.group(4) == null || property.group(5) != null;
            if (!simple) {
                return;
            }
            names.add(name(property));
            if (property.end() >= text.length() || text.charAt(property.end()) == '}') {
                return;
            }
        }
    }
}
