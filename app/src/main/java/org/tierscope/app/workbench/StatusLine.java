package org.tierscope.app.workbench;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.tierscope.record.proto.Tier;
import org.tierscope.session.Cursor;
import org.tierscope.session.FunctionState;
import org.tierscope.session.Moment;
import org.tierscope.session.RunState;
import org.tierscope.session.Viewpoint;
import org.tierscope.views.control.EventMark;
import org.tierscope.views.control.TierBadge;

/** The line at the bottom: the last message, and the state of the run at the cursor in a few numbers. */
final class StatusLine {
    private final HBox line = new HBox(8);
    private final Label message = new Label();
    private final Map<Tier, Label> tierCounts = new EnumMap<>(Tier.class);
    private final Label deopts = new Label();
    private final Label heap = new Label();
    private final Label recording = new Label();
    private final Label phase = new Label();

    StatusLine() {
        line.getStyleClass().add("status-line");
        line.setAlignment(Pos.CENTER_LEFT);
        message.setId("status-message");
        message.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        line.getChildren().addAll(message, space);
        for (Tier tier : List.of(Tier.INTERPRETER, Tier.BASELINE, Tier.OPTIMIZING)) {
            Label count = new Label("0");
            count.setMinWidth(Region.USE_PREF_SIZE);
            tierCounts.put(tier, count);
            line.getChildren().addAll(new TierBadge(tier), count);
        }
        deopts.setId("status-deopts");
        deopts.setGraphic(EventMark.DEOPT.node(12));
        phase.setId("status-phase");
        for (Label label : List.of(deopts, heap, recording, phase)) {
            label.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().addAll(new Separator(Orientation.VERTICAL), label);
        }
    }

    Region node() {
        return line;
    }

    void say(String text) {
        message.setText(text);
    }

    void update(Viewpoint viewpoint) {
        Moment moment = viewpoint.moment();
        Map<Tier, Integer> functions = new EnumMap<>(Tier.class);
        long leaves = 0;
        for (FunctionState function : moment.functions()) {
            if (!function.function().getInternal()) {
                functions.merge(function.tier(), 1, Integer::sum);
            }
            leaves += function.deopts();
        }
        tierCounts.forEach((tier, label) -> label.setText(String.valueOf(functions.getOrDefault(tier, 0))));
        deopts.setText(leaves == 1 ? "1 deopt" : leaves + " deopts");
        heap.setText("heap " + moment.latestTotals().map(totals -> bytes(totals.getHeapUsedBytes())).orElse("–"));
        boolean live = viewpoint.cursor() instanceof Cursor.Live;
        recording.setText(live ? time(moment.nanos())
                : "at " + time(moment.nanos()) + " of " + time(viewpoint.session().endNanos()));
        phase.setText(inWords(moment.run()));
    }

    private static String inWords(RunState run) {
        return switch (run.phase()) {
            case NOT_STARTED -> "not started";
            case RUNNING -> "running";
            case PAUSED -> "paused";
            case ENDED -> switch (run.ended().orElseThrow().getStatus()) {
                case COMPLETED -> "ended";
                case FAILED -> "ended with an error";
                case TIMED_OUT -> "timed out";
                case STOPPED -> "stopped";
                case CRASHED -> "engine died";
                case OUT_OF_MEMORY -> "out of memory";
                case STATUS_UNSPECIFIED, UNRECOGNIZED -> "ended";
            };
        };
    }

    private static String time(long nanos) {
        return String.format(Locale.ROOT, nanos < 10_000_000_000L ? "%.3f s" : "%.1f s", nanos / 1e9);
    }

    static String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        return bytes < 1024 * 1024 ? String.format(Locale.ROOT, "%.1f KB", bytes / 1024.0)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1024.0 / 1024.0);
    }
}
