package org.tierscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tierscope.record.proto.CodeInstalled;
import org.tierscope.record.proto.CountersSample;
import org.tierscope.record.proto.Deoptimized;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.FunctionCounters;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.record.proto.OsrEntered;
import org.tierscope.record.proto.Tier;

/** A hundred thousand events: reading a moment must not depend on how many came before. */
class LongSessionTest {

    private static final int FUNCTIONS = 200;
    private static final int EVENTS = 100_000;
    private static final Session SESSION = new Session();

    @BeforeAll
    static void record() {
        for (int f = 1; f <= FUNCTIONS; f++) {
            SESSION.append(Event.newBuilder().setFunctionLoaded(
                    FunctionLoaded.newBuilder().setFunctionId(f).setName("f" + f)).build());
            SESSION.append(Event.newBuilder().setCodeInstalled(
                    CodeInstalled.newBuilder().setCodeId(f).setFunctionId(f).setTier(Tier.BASELINE)).build());
        }
        for (int i = 1; i <= EVENTS; i++) {
            int f = i % FUNCTIONS + 1;
            Event.Builder event = Event.newBuilder().setTimeNanos(i * 1000L);
            SESSION.append(switch (i % 3) {
                case 0 -> event.setCountersSample(CountersSample.newBuilder().addFunctions(
                        FunctionCounters.newBuilder().setFunctionId(f).setCalls(i).addCountPcs(0).addCounts(i))).build();
                case 1 -> event.setOsrEntered(OsrEntered.newBuilder().setFunctionId(f).setCodeId(f)).build();
                default -> event.setDeoptimized(Deoptimized.newBuilder().setFunctionId(f).setCodeId(f)).build();
            });
        }
    }

    @Test
    @Timeout(120)
    void everyMomentIsReadFromTheIndex() {
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            Moment moment = SESSION.at(random.nextLong(EVENTS * 1000L));
            long known = moment.nanos() / 1000;
            assertThat(moment.functions()).hasSize(FUNCTIONS);
            assertThat(moment.functions()).allMatch(f -> f.calls() <= known);
            assertThat(moment.transitions()).hasSize((int) (known - known / 3));
            assertThat(moment.lanes()).hasSize(FUNCTIONS);
            assertThat(moment.bestCodeOf(7)).isPresent();
        }
    }

    @Test
    void pastStaysAsItWasWhileTheRecordingGrows() {
        Moment moment = SESSION.at(50_000_000);
        var transitions = moment.transitions();
        int before = transitions.size();
        SESSION.append(Event.newBuilder().setTimeNanos(EVENTS * 1000L)
                .setOsrEntered(OsrEntered.newBuilder().setFunctionId(1).setCodeId(1)).build());
        assertThat(transitions).hasSize(before).isEqualTo(SESSION.at(50_000_000).transitions());
    }
}
