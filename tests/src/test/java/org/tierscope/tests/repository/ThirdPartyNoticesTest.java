package org.tierscope.tests.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tierscope.tests.Repository;

class ThirdPartyNoticesTest {
    private static final Pattern ROW =
            Pattern.compile("^\\| \\[[^:]+:([^\\]]+)\\]\\([^)]*\\) \\| (\\S+) \\| (\\S.*) \\|$", Pattern.MULTILINE);

    @Test
    void nameEveryLibraryThatShipsAndNoOther() {
        var shipped = new TreeSet<String>();
        for (Path jar : Repository.librariesOf("app/target/workbench.classpath")) {
            // .../artifact/version/artifact-version[-platform].jar
            Path version = jar.getParent();
            shipped.add(version.getParent().getFileName() + " " + version.getFileName());
        }
        var listed = new TreeSet<String>();
        ROW.matcher(Repository.text("THIRD-PARTY.md")).results().forEach(row -> {
            listed.add(row.group(1) + " " + row.group(2));
            assertThat(row.group(3)).as("licence of " + row.group(1)).isNotBlank();
        });
        assertThat(listed).as("run packaging/update-notices").isEqualTo(shipped);
    }
}
