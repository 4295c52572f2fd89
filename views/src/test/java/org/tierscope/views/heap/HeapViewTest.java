package org.tierscope.views.heap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tierscope.record.proto.CellKind;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.GarbageCollected;
import org.tierscope.record.proto.HeapCensus;
import org.tierscope.session.Cursor;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.testing.ViewTest;

class HeapViewTest extends ViewTest {

    @Override
    protected ViewProvider provider() {
        return new HeapProvider();
    }

    @Test
    void everyCollectionIsARow() {
        int before = context.moment().collections().size();
        act(() -> context.session().append(Event.newBuilder().setTimeNanos(context.session().endNanos() + 1_000_000)
                .setGarbageCollected(GarbageCollected.newBuilder().setReason("asked by the program").setMicros(1500)
                        .setBytesBefore(8_000_000).setBytesAfter(1_000_000)).build()));
        assertThat(view.table().orElseThrow().rows().get()).hasSize(before + 1)
                .last().asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .contains("asked by the program", "1.50 ms", "8.0 MB", "1.0 MB", "7.0 MB");
        picture("heap");
    }

    @Test
    void kindsOfCellsAreThoseLastCountedBeforeTheCursor() {
        long end = context.session().endNanos();
        act(() -> {
            census(end + 1_000_000, 100, 3200);
            census(end + 2_000_000, 10, 320);
        });
        assertThat(view.text().orElseThrow()).contains("object").containsPattern("object\\s+10\\s+320 B\\s+100 %\\s+32 B");
        act(() -> context.moveTo(Cursor.at(end + 1_500_000)));
        assertThat(view.text().orElseThrow()).containsPattern("object\\s+100\\s+3.2 kB");
    }

    private void census(long nanos, long cells, long bytes) {
        context.session().append(Event.newBuilder().setTimeNanos(nanos).setHeapCensus(HeapCensus.newBuilder()
                .addKinds(CellKind.newBuilder().setKind("object").setCells(cells).setBytes(bytes))).build());
    }

    @Test
    void garbageIsCollectedOnDemandWhileThereIsAnEngine() {
        assertThat(lookup("#heap-collect").query().isDisabled()).isTrue();
        act(() -> context.setAnswering(true));
        act(() -> view.refresh(context.moment()));
        clickOn("#heap-collect");
        assertThat(context.collectionsAsked()).isEqualTo(1);
    }

    @Test
    void aClickIntoThePictureMovesTheCursor() {
        clickOn("#heap-canvas");
        assertThat(context.viewpoint().cursor()).isInstanceOf(Cursor.Fixed.class);
    }
}
