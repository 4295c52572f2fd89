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
}
