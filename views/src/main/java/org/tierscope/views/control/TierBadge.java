package org.tierscope.views.control;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.tierscope.record.proto.Tier;

/** A small coloured label that names a tier. */
public final class TierBadge extends Label {

    public TierBadge(Tier tier) {
        getStyleClass().add("tier-badge");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip());
        setTier(tier);
    }

    public void setTier(Tier tier) {
        setText(shortName(tier));
        getTooltip().setText(name(tier));
        setAccessibleText(name(tier));
        getStyleClass().removeIf(style -> style.startsWith("tier-") && !style.equals("tier-badge"));
        getStyleClass().add(styleClass(tier));
    }

    /** Style class that sets {@code -ts-tier} to the tier's colour. */
    public static String styleClass(Tier tier) {
        return "tier-" + Palette.role(tier).name().toLowerCase().replace('_', '-');
    }

    public static String shortName(Tier tier) {
        return switch (tier) {
            case INTERPRETER -> "int";
            case BASELINE -> "base";
            case OPTIMIZING -> "opt";
            case TRACING -> "trace";
            case TIER_UNSPECIFIED, UNRECOGNIZED -> "?";
        };
    }

    public static String name(Tier tier) {
        return switch (tier) {
            case INTERPRETER -> "interpreter";
            case BASELINE -> "baseline";
            case OPTIMIZING -> "optimizing";
            case TRACING -> "tracing";
            case TIER_UNSPECIFIED, UNRECOGNIZED -> "no tier";
        };
    }
}
