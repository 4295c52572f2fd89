package org.tierscope.views.lesson;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.tierscope.session.Moment;
import org.tierscope.views.api.Lesson;
import org.tierscope.views.api.Lesson.Block;
import org.tierscope.views.api.Lesson.Piece;
import org.tierscope.views.api.LessonClaim;
import org.tierscope.views.api.ViewContext;

/** One step of a lesson as a column of text, with links that can be followed and questions that can be answered. */
final class StepBox extends VBox {
    private final ViewContext context;
    private final Consumer<String> onLink;

    /** @param onLink gets the target of a link that was clicked */
    StepBox(ViewContext context, Lesson.Step step, Consumer<String> onLink) {
        super(10);
        this.context = context;
        this.onLink = onLink;
        getStyleClass().add("lesson-step");
        if (!step.title().isEmpty()) {
            Label title = new Label(step.title());
            title.getStyleClass().add("lesson-title");
            title.setWrapText(true);
            title.setMinHeight(Region.USE_PREF_SIZE);
            getChildren().add(title);
        }
        step.blocks().forEach(block -> getChildren().add(node(block)));
    }

    private Node node(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph when paragraph.bullet() -> bullet(flow(paragraph.pieces()));
            case Block.Paragraph paragraph -> flow(paragraph.pieces());
            case Block.Code code -> code(code.text());
            case Block.Question question -> question(question);
        };
    }

    private static Node bullet(TextFlow text) {
        Text dot = new Text("•");
        dot.getStyleClass().add("code-text");
        HBox row = new HBox(8, dot, text);
        HBox.setHgrow(text, javafx.scene.layout.Priority.ALWAYS);
        return row;
    }

    private TextFlow flow(List<Piece> pieces) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("lesson-text");
        flow.setLineSpacing(3);
        flow.setMinHeight(Region.USE_PREF_SIZE);
        pieces.forEach(piece -> flow.getChildren().add(node(piece)));
        return flow;
    }

    private Node node(Piece piece) {
        if (piece.kind() == Piece.Kind.LINK) {
            Hyperlink link = new Hyperlink(piece.text());
            link.setOnAction(event -> {
                link.setVisited(false);
                onLink.accept(piece.target());
            });
            return link;
        }
        Text text = new Text(piece.text());
        text.getStyleClass().addAll(switch (piece.kind()) {
            case CODE -> List.of("code-function", "code-font");
            case STRONG -> List.of("code-text", "code-strong");
            case PLAIN, LINK -> List.of("code-text");
        });
        return text;
    }

    private static Node code(String text) {
        Label code = new Label(text);
        code.getStyleClass().addAll("lesson-code", "code-font");
        code.setMaxWidth(Double.MAX_VALUE);
        code.setMinHeight(Region.USE_PREF_SIZE);
        return code;
    }

    private Node question(Block.Question question) {
        Label answer = new Label();
        answer.setWrapText(true);
        answer.setMinHeight(Region.USE_PREF_SIZE);
        answer.getStyleClass().add("lesson-answer");
        Button yes = new Button("Yes");
        Button no = new Button("No");
        yes.setOnAction(event -> answer.setText(judge(question.claim(), true)));
        no.setOnAction(event -> answer.setText(judge(question.claim(), false)));
        VBox box = new VBox(6, flow(question.pieces()), new HBox(8, yes, no), answer);
        box.getStyleClass().add("lesson-question");
        return box;
    }

    /** Whether somebody was right, by what the recording says. */
    private String judge(LessonClaim claim, boolean said) {
        Moment whole = context.session().now();
        if (whole.run().ended().isEmpty()) {
            return "The run has not ended yet: the answer is in it.";
        }
        boolean holds = claim.holds(whole);
        return (holds == said ? "Right: " : "Look again. It is " + (holds ? "yes: " : "no: ")) + claim.inWords(whole) + ".";
    }
}
