package org.tierscope.tests.corpus;

import java.util.Locale;
import org.tierscope.engine.Engine;
import org.tierscope.tier.GraphRuns;

/** How much of what was compiled ran as graphs, of several programs together. */
final class GraphShare {
    private long compilations;
    private long compilationsRun;
    private long stages;
    private long stagesRun;
    private long entries;
    private long exits;
    private long nodes;

    synchronized void add(Engine ended) {
        GraphRuns.Summary summary = ended.graphRuns();
        if (summary != null) {
            compilations += summary.compilations();
            compilationsRun += summary.compilationsRun();
            stages += summary.stages();
            stagesRun += summary.stagesRun();
            entries += summary.entries();
            exits += summary.exits();
            nodes += summary.nodes();
        }
    }

    long compilations() {
        return compilations;
    }

    /** Of compilations, those of which a graph ran. */
    double ofCompilations() {
        return compilations == 0 ? 0 : (double) compilationsRun / compilations;
    }

    /** Of all different graphs, as built and after each pass, those that ran. */
    double ofGraphs() {
        return stages == 0 ? 0 : (double) stagesRun / stages;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d of %d compilations (%.0f%%) and %d of %d different graphs (%.0f%%) ran, by %d entries of which %d left to the "
                        + "interpreter; %d nodes",
                compilationsRun, compilations, 100 * ofCompilations(), stagesRun, stages, 100 * ofGraphs(), entries, exits, nodes);
    }
}
