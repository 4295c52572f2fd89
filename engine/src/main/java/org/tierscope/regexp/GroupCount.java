package org.tierscope.regexp;

/** How many capturing groups a pattern has and whether one has a name, which decide what some escapes before them mean. */
record GroupCount(int groups, boolean named) {
    GroupCount(String text, boolean unicodeSets) {
        this(scan(text, unicodeSets));
    }

    private GroupCount(GroupCount scanned) {
        this(scanned.groups, scanned.named);
    }

    private static GroupCount scan(String text, boolean unicodeSets) {
        int groups = 0;
        boolean named = false;
        int classDepth = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '[' -> classDepth = classDepth == 0 || unicodeSets ? classDepth + 1 : classDepth;
                case ']' -> classDepth = Math.max(0, classDepth - 1);
                case '(' -> {
                    if (classDepth == 0) {
                        boolean plain = !text.startsWith("?", i + 1);
                        boolean name = text.startsWith("?<", i + 1)
                                && !text.startsWith("=", i + 3) && !text.startsWith("!", i + 3);
                        groups += plain || name ? 1 : 0;
                        named |= name;
                    }
                }
                default -> {
                    // nothing that matters here
                }
            }
        }
        return new GroupCount(groups, named);
    }
}
