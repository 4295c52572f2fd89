package org.tierscope.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final List<String> writes = new ArrayList<>();
    private final Console console = new Console();

    ConsoleTest() {
        console.setOut(new OutputStream() {
            @Override
            public void write(int b) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                writes.add(new String(bytes, offset, length, StandardCharsets.UTF_8));
            }
        });
    }

    @Test
    void theFirstLineIsNotKeptWaiting() {
        console.println("first");
        assertThat(writes).containsExactly("first\n");
    }

    @Test
    void manyLinesAreFewWritesAndNothingIsLost() {
        var expected = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            console.println("line " + i);
            expected.append("line ").append(i).append('\n');
        }
        console.flush();
        assertThat(String.join("", writes)).isEqualTo(expected.toString());
        assertThat(writes).hasSizeLessThan(5_000);
    }

    @Test
    void immediatelyMeansEveryLineByItself() {
        console.setImmediate(true);
        console.println("one");
        console.println("two");
        assertThat(writes).containsExactly("one\n", "two\n");
    }

    @Test
    void flushingNothingWritesNothing() {
        console.flush();
        console.flush();
        assertThat(writes).isEmpty();
    }
}
