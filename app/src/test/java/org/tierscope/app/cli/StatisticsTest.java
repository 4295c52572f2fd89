package org.tierscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tierscope.session.Session;
import org.tierscope.session.sample.SampleRecording;

class StatisticsTest {
    @Test
    void tellsWhatBecameOfEachFunction() {
        assertThat(Statistics.of(SampleRecording.session().now()))
                .contains("{\"name\":\"add\",\"line\":2,\"bytecodes\":2,\"tier\":\"baseline\",\"calls\":13400,"
                        + "\"loopIterations\":0,\"compilations\":[{\"tier\":\"baseline\",\"entry\":\"call\",")
                .contains("{\"tier\":\"optimizing\",\"entry\":\"osr\",\"micros\":1094,\"bytes\":152}")
                .contains("\"deopts\":[{\"reason\":\"not int32\",\"line\":3,\"column\":10,"
                        + "\"bytecode\":0,\"count\":1}]");
    }

    @Test
    void saysWhatWasNotOptimizedAndWhy() {
        assertThat(Statistics.of(SampleRecording.session().now()))
                .contains("\"refused\":[{\"tier\":\"optimizing\",\"entry\":\"osr\",\"reason\":\"callee unknown\"}]");
    }

    @Test
    void addsUpTotals() {
        assertThat(Statistics.of(SampleRecording.session().now()))
                .contains("\"totals\":{\"compilations\":{\"baseline\":2,\"optimizing\":2},"
                        + "\"osrEntries\":2,\"deopts\":1,\"gcs\":1,\"wallMillis\":");
    }

    @Test
    void ofNothingAreZero() {
        assertThat(Statistics.of(new Session().now()))
                .isEqualTo("{\"functions\":[],\"totals\":{\"compilations\":{\"baseline\":0,\"optimizing\":0},"
                        + "\"osrEntries\":0,\"deopts\":0,\"gcs\":0,\"wallMillis\":0}}");
    }
}
