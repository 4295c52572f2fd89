package org.tierscope.views.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tierscope.views.api.Lesson.Block;
import org.tierscope.views.api.Lesson.Piece;
import org.tierscope.views.api.Lesson.Step;

/** Reads the format of lessons, line by line. */
final class LessonReader {
    private static final String FENCE = "```";
    private static final Pattern INLINE = Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*|\\[([^\\]]+)\\]\\(([^)]+)\\)");

    private final Path file;
    private final List<String> lines;
    private final Map<String, String> head = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private String stepTitle = "";
    private int at;

    LessonReader(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    Lesson read() throws IOException {
        readHead();
        while (at < lines.size()) {
            readBlock();
        }
        endStep();
        if (!head.containsKey("title") || steps.isEmpty()) {
            throw wrong("a lesson has a title in its head, and text", 0);
        }
        return new Lesson(file, head.get("title"), head.getOrDefault("about", ""), order(),
                Optional.ofNullable(head.get("program")).map(program -> file.resolveSibling(program).normalize()), steps);
    }

    private void readHead() throws IOException {
        if (lines.isEmpty() || !lines.getFirst().equals("---")) {
            throw wrong("a lesson begins with a line ---", 0);
        }
        for (at = 1; at < lines.size() && !lines.get(at).equals("---"); at++) {
            int colon = lines.get(at).indexOf(':');
            if (colon < 0) {
                throw wrong("expected 'name: value'", at);
            }
            head.put(lines.get(at).substring(0, colon).strip(), lines.get(at).substring(colon + 1).strip());
        }
        at++;
    }

    private int order() throws IOException {
        try {
            return Integer.parseInt(head.getOrDefault("order", "1000"));
        } catch (NumberFormatException e) {
            throw wrong("order is a whole number", 0);
        }
    }

    private void readBlock() throws IOException {
        String line = lines.get(at);
        if (line.isBlank()) {
            at++;
        } else if (line.startsWith("## ")) {
            endStep();
            stepTitle = line.substring(3).strip();
            at++;
        } else if (line.startsWith(FENCE)) {
            readCode();
        } else if (line.startsWith("? ")) {
            readQuestion();
        } else {
            boolean bullet = line.startsWith("- ");
            String text = bullet ? line.substring(2) : line;
            blocks.add(new Block.Paragraph(pieces(text + continued()), bullet));
        }
    }

    /** What follows up to the end of the paragraph. */
    private String continued() {
        StringBuilder text = new StringBuilder();
        for (at++; at < lines.size() && !endsParagraph(lines.get(at)); at++) {
            text.append(' ').append(lines.get(at).strip());
        }
        return text.toString();
    }

    private static boolean endsParagraph(String line) {
        return line.isBlank() || line.startsWith("- ") || line.startsWith("## ") || line.startsWith(FENCE)
                || line.startsWith("? ") || line.startsWith("= ");
    }

    private void readCode() {
        StringBuilder code = new StringBuilder();
        for (at++; at < lines.size() && !lines.get(at).startsWith(FENCE); at++) {
            code.append(lines.get(at)).append('\n');
        }
        at++;
        blocks.add(new Block.Code(code.toString().stripTrailing()));
    }

    private void readQuestion() throws IOException {
        int first = at;
        List<Piece> question = pieces(lines.get(at).substring(2) + continued());
        if (at >= lines.size() || !lines.get(at).startsWith("= ")) {
            throw wrong("a question ends with a line '= CLAIM'", first);
        }
        try {
            blocks.add(new Block.Question(question, LessonClaim.parse(lines.get(at).substring(2))));
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage(), at);
        }
        at++;
    }

    private void endStep() {
        if (!blocks.isEmpty()) {
            steps.add(new Step(stepTitle, blocks));
            blocks.clear();
        }
    }

    private static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = INLINE.matcher(text);
        int last = 0;
        while (matcher.find()) {
            if (matcher.start() > last) {
                pieces.add(new Piece(text.substring(last, matcher.start()), Piece.Kind.PLAIN, ""));
            }
            if (matcher.group(1) != null) {
                pieces.add(new Piece(matcher.group(1), Piece.Kind.CODE, ""));
            } else if (matcher.group(2) != null) {
                pieces.add(new Piece(matcher.group(2), Piece.Kind.STRONG, ""));
            } else {
                pieces.add(new Piece(matcher.group(3).replace("`", ""), Piece.Kind.LINK, matcher.group(4)));
            }
            last = matcher.end();
        }
        if (last < text.length()) {
            pieces.add(new Piece(text.substring(last), Piece.Kind.PLAIN, ""));
        }
        return pieces;
    }

    private IOException wrong(String what, int line) {
        return new IOException(file.getFileName() + ":" + (line + 1) + ": " + what);
    }
}
