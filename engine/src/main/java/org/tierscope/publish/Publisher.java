package org.tierscope.publish;

import org.tierscope.bytecode.SourceText;
import org.tierscope.engine.EngineOptions;
import org.tierscope.record.Recorder;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.RunEnded;
import org.tierscope.record.proto.RunStarted;
import org.tierscope.record.proto.SourceLoaded;
import org.tierscope.runtime.Vm;
import org.tierscope.tier.TierManager;

/** Turns what happens in an engine into the events of its recording. */
public final class Publisher {
    private final Recorder recorder;
    private final EngineOptions options;

    /** @param tiers null where there is only the interpreter */
    public Publisher(Recorder recorder, Vm vm, TierManager tiers, EngineOptions options) {
        this.recorder = recorder;
        this.options = options;
    }

    /** The run begins. */
    public void start(SourceText source) {
        if (recorder.isOn()) {
            recorder.post(Event.newBuilder()
                    .setRunStarted(RunStarted.newBuilder()
                            .setProgramPath(source.path())
                            .setArchitecture(System.getProperty("os.arch"))
                            .setDeterministic(options.syncCompile())));
            recorder.post(Event.newBuilder()
                    .setSourceLoaded(SourceLoaded.newBuilder()
                            .setSourceId(source.id())
                            .setPath(source.path())
                            .setText(source.text())));
        }
    }

    /** The run has ended. */
    public void end(RunEnded.Status status, String detail, long wallMillis, int exitCode) {
        if (recorder.isOn()) {
            recorder.post(Event.newBuilder()
                    .setRunEnded(RunEnded.newBuilder()
                            .setStatus(status)
                            .setDetail(detail)
                            .setWallMillis(wallMillis)
                            .setExitCode(exitCode)));
        }
    }
}
