package org.tierscope.views.control;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.paint.Color;
import org.tierscope.record.proto.Tier;

/**
 * All colours that mean something: one per tier, one per kind of event, and those of code. The hues are those of
 * Okabe and Ito ("Color Universal Design", 2008), which people with any kind of colour blindness can tell apart;
 * wherever a colour stands, a shape or a letter says the same.
 *
 * @param dark whether they are meant for a dark background
 */
public record Palette(boolean dark, Map<Role, Color> colors) {

    /** What a colour stands for. Style sheets know it as {@code -ts-} and the name in lower case: {@code -ts-no-tier}. */
    public enum Role {
        NO_TIER, INTERPRETER, BASELINE, OPTIMIZING, TRACING,
        DEOPT, OSR, TIER_UP, COMPILED, INVALIDATED, COLLECTION, ERROR,
        /** What the person has selected, and what corresponds to it elsewhere. */
        SELECTED, LINKED,
        /** What a search has found. */
        FOUND,
        ADDED, REMOVED, CHANGED,
        KEYWORD, STRING, NUMBER, COMMENT, FUNCTION, REGISTER, LABEL, TYPE,
        CANVAS, BLOCK, BLOCK_HEAD, EDGE, BACK_EDGE, EXIT_EDGE, TEXT, TEXT_MUTED, GRID,
        /** How much of the work happens somewhere. */
        HEAT
    }

    public static final Palette DARK = new Palette(true, colors(
            "8b949e", "8b949e", "56b4e9", "2fbf8f", "b083f0",
            "ff7b5c", "f0b429", "a5b4fc", "2fbf8f", "ff7b5c", "9aa4ae", "ff6b6b",
            "388bfd8c", "388bfd40", "f0b42959",
            "2ea04359", "f8514959", "d2992259",
            "c792ea", "a5d6a7", "f0b37e", "848d97", "82aaff", "89ddff", "ffcb6b", "4ec9b0",
            "0d1117", "161b22", "21262d", "7d8590", "56b4e9", "f0b429", "e6edf3", "8b949e", "30363d", "f0b429"));

    public static final Palette LIGHT = new Palette(false, colors(
            "424a53", "424a53", "0072b2", "007f5f", "8250df",
            "d1390a", "6b4a00", "4f46b8", "007f5f", "d1390a", "57606a", "cf222e",
            "54aeff80", "54aeff38", "ffd33d80",
            "2da44e40", "cf222e33", "d4a72c4d",
            "8250df", "116329", "953800", "57606a", "0550ae", "005f87", "7d4e00", "0f766e",
            "ffffff", "f6f8fa", "eaeef2", "6e7781", "0072b2", "9a6700", "1f2328", "57606a", "d0d7de", "d4a72c"));

    /** Black and white, and hues as bright as they can be: every text at least 7 to 1 (WCAG 2.2, 1.4.6). */
    public static final Palette HIGH_CONTRAST = new Palette(true, colors(
            "d0d0d0", "d0d0d0", "6cc8ff", "35f0b0", "cfa8ff",
            "ff9a7a", "ffd02e", "c3ccff", "35f0b0", "ff9a7a", "d8d8d8", "ff9090",
            "0a6cffb0", "0a6cff70", "ffd02e80",
            "00a040b0", "d02030b0", "a07000b0",
            "e0b0ff", "b8e4ff", "ffc890", "c0c8d0", "a8c4ff", "9ae8ff", "ffdc80", "6ae8c8",
            "000000", "0c0c0c", "202020", "b0b0b0", "6cc8ff", "ffd02e", "ffffff", "d0d0d0", "6a6a6a", "ffd02e"));

    private static Map<Role, Color> colors(String... hex) {
        Role[] roles = Role.values();
        if (hex.length != roles.length) {
            throw new IllegalArgumentException(roles.length + " colours expected, " + hex.length + " given");
        }
        Map<Role, Color> result = new EnumMap<>(Role.class);
        for (int i = 0; i < hex.length; i++) {
            result.put(roles[i], Color.web("#" + hex[i]));
        }
        return result;
    }

    public Palette {
        colors = Map.copyOf(colors);
    }

    public Color get(Role role) {
        return colors.get(role);
    }

    public Color tier(Tier tier) {
        return get(role(tier));
    }

    /** The role that stands for a tier. */
    public static Role role(Tier tier) {
        return switch (tier) {
            case INTERPRETER -> Role.INTERPRETER;
            case BASELINE -> Role.BASELINE;
            case OPTIMIZING -> Role.OPTIMIZING;
            case TRACING -> Role.TRACING;
            case TIER_UNSPECIFIED, UNRECOGNIZED -> Role.NO_TIER;
        };
    }

    /** The colours as a style sheet that can be added to a scene: a {@code data:} URL. */
    public String styleSheet() {
        StringBuilder css = new StringBuilder(".root {\n");
        variables().forEach((name, color) -> css.append("  ").append(name).append(": ").append(color).append(";\n"));
        css.append("}\n");
        byte[] bytes = css.toString().getBytes(StandardCharsets.UTF_8);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            Color color = get(role);
            variables.put("-ts-" + role.name().toLowerCase().replace('_', '-'), web(color));
        }
        return variables;
    }

    /** As CSS and SVG write it: {@code #rrggbbaa}. */
    public static String web(Color color) {
        return "#%02x%02x%02x%02x".formatted(
                Math.round(color.getRed() * 255), Math.round(color.getGreen() * 255),
                Math.round(color.getBlue() * 255), Math.round(color.getOpacity() * 255));
    }
}
