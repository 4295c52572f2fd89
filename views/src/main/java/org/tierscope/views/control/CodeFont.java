package org.tierscope.views.control;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The font that code is set in: the best fixed-width font this machine has. */
public final class CodeFont {
    private static final List<String> PREFERRED = List.of("JetBrains Mono", "Cascadia Code", "Cascadia Mono",
            "SF Mono", "Fira Code", "Menlo", "Consolas", "Source Code Pro", "Ubuntu Mono", "Noto Sans Mono",
            "Liberation Mono", "DejaVu Sans Mono");
    private static final double SIZE = 12;

    private CodeFont() {
    }

    public static Font font() {
        return Font.font(family(), SIZE);
    }

    public static Font font(double size) {
        return Font.font(family(), size);
    }

    /** Width of a character, in pixels. */
    public static double charWidth(Font font) {
        Text text = new Text("0".repeat(100));
        text.setFont(font);
        return text.getLayoutBounds().getWidth() / 100;
    }

    private static String family() {
        Set<String> installed = Set.copyOf(Font.getFamilies());
        return PREFERRED.stream().filter(installed::contains).findFirst().orElse("Monospaced");
    }

    /** A style sheet ({@code data:} URL) that makes {@code .code-font} this font. */
    public static String styleSheet() {
        String css = ".code-font, .code-font .text, .code-area, .code-area .text { -fx-font-family: \"" + family()
                + "\"; -fx-font-size: " + SIZE + "px; }\n";
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
