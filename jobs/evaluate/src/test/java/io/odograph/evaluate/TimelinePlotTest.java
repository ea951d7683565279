// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class TimelinePlotTest {

    private static final List<CrashCase> CASES = CrashSuite.of(1, 1);

    @Test
    void itShowsSpeedAccelerationsAndStages() throws Exception {
        Document svg = parsed(TimelinePlot.of(named(TimelinePlot.TYPICAL)));

        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(4);
        assertThat(svg.getElementsByTagName("circle").getLength()).isBetween(85, 95);
        assertThat(svg.getDocumentElement().getTextContent())
                .contains("SUSPECTED by IMPACT, received at +")
                .contains("CONFIRMED by ")
                .contains("severity CRITICAL by IMU")
                .contains("force from")
                .contains("longitudinal, forward");
    }

    @Test
    void everyKindOfCaseMakesAWellFormedDrawing() throws Exception {
        for (CrashCase that : CrashSuite.of(1, 0.005)) {
            Document svg = parsed(TimelinePlot.of(that));
            assertThat(svg.getDocumentElement().getTagName()).as(that.id()).isEqualTo("svg");
            assertThat(svg.getDocumentElement().getTextContent()).doesNotContain("NaN");
        }
    }

    @Test
    void whatIsMarkupInTextIsEscaped() throws Exception {
        Svg svg = new Svg(10, 10, "a < b & c");
        svg.text("soft", 1, 2, "start", "<x> & 50 %");

        Document parsed = parsed(svg.end());

        assertThat(parsed.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("a < b & c");
        assertThat(parsed.getElementsByTagName("text").item(0).getTextContent())
                .isEqualTo("<x> & 50 %");
    }

    private static CrashCase named(String id) {
        return CASES.stream().filter(that -> that.id().equals(id)).findFirst().orElseThrow();
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
