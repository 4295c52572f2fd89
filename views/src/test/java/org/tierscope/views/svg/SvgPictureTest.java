package org.tierscope.views.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javafx.scene.layout.Region;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.tierscope.session.Selection;
import org.tierscope.session.sample.SampleProgram;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.ssa.SsaProvider;
import org.tierscope.views.testing.ViewTest;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** A view as SVG: what is written in it is text of the picture, and the graph is there whole. */
class SvgPictureTest extends ViewTest {

    @Override
    protected ViewProvider provider() {
        return new SsaProvider();
    }

    private static Document parsed(String svg) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        } catch (Exception e) {
            throw new AssertionError("not XML: " + svg, e);
        }
    }

    @Test
    void whatIsInSightIsInThePicture() {
        act(() -> context.select(new Selection.Function(SampleProgram.SUM)));
        String[] svg = new String[1];
        act(() -> svg[0] = SvgPicture.of((Region) view.node()));
        Document document = parsed(svg[0]);
        assertThat(document.getDocumentElement().getAttribute("width")).isEqualTo("900");
        assertThat(document.getElementsByTagName("image").getLength()).isZero();
        assertThat(svg[0]).contains(">sum</text>").contains("<rect");
    }

    @Test
    void aDrawingIsWholeEvenWhereTheViewIsSmall() {
        act(() -> context.select(new Selection.Function(SampleProgram.SUM)));
        String[] svg = new String[1];
        act(() -> svg[0] = SvgPicture.of(view.drawing().orElseThrow()));
        Document document = parsed(svg[0]);
        double height = Double.parseDouble(document.getDocumentElement().getAttribute("height"));
        assertThat(height).isGreaterThan(260);
        view.text().orElseThrow().lines().filter(line -> line.startsWith("b")).map(line -> line.split("\\s+")[0])
                .forEach(block -> assertThat(svg[0]).contains(">" + block));
    }

    /** Outlines of icons once were drawn at twice their place. */
    @Test
    void anIconStandsWhereItStandsInTheWindow() throws Exception {
        var icon = lookup(".ikonli-font-icon").match(node -> node.isVisible()
                && node.localToScene(node.getBoundsInLocal()).getMinX() > 100).<javafx.scene.Node>query();
        String[] svg = new String[1];
        act(() -> svg[0] = SvgPicture.of((Region) view.node()));
        var file = java.nio.file.Path.of("target", "pictures", "ssa.svg");
        java.nio.file.Files.createDirectories(file.getParent());
        java.nio.file.Files.writeString(file, svg[0]);
        var bounds = icon.localToScene(icon.getBoundsInLocal());
        assertThat(pathStarts(parsed(svg[0]))).anyMatch(point -> bounds.contains(point[0], point[1]));
    }

    /** Where each path begins, in the coordinates of the picture. */
    private static java.util.List<double[]> pathStarts(Document document) {
        java.util.List<double[]> starts = new java.util.ArrayList<>();
        var paths = document.getElementsByTagName("path");
        for (int i = 0; i < paths.getLength(); i++) {
            var numbers = java.util.regex.Pattern.compile("-?[0-9.]+").matcher(
                    ((org.w3c.dom.Element) paths.item(i)).getAttribute("d"));
            if (!numbers.find()) {
                continue;
            }
            double x = Double.parseDouble(numbers.group());
            double y = numbers.find() ? Double.parseDouble(numbers.group()) : 0;
            for (org.w3c.dom.Node at = paths.item(i); at instanceof org.w3c.dom.Element element; at = at.getParentNode()) {
                var moves = java.util.regex.Pattern.compile("translate\\(([-0-9.e]+)[ ,]+([-0-9.e]+)\\)")
                        .matcher(element.getAttribute("transform"));
                while (moves.find()) {
                    x += Double.parseDouble(moves.group(1));
                    y += Double.parseDouble(moves.group(2));
                }
            }
            starts.add(new double[] {x, y});
        }
        return starts;
    }
}
