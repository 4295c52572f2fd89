package org.tierscope.app.workbench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.tierscope.session.Viewpoint;
import org.tierscope.views.api.Commands;
import org.tierscope.views.api.Findable;
import org.tierscope.views.api.OpenView;
import org.tierscope.views.api.Program;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.control.Palette;

/** What one view sees of the workbench. */
final class HostContext implements ViewContext {
    private final Workbench workbench;
    private final Optional<ViewHost> host;
    private final Map<String, AtomicLong> latestRequests = new ConcurrentHashMap<>();

    /** @param host the view; empty for commands, which belong to none */
    HostContext(Workbench workbench, Optional<ViewHost> host) {
        this.workbench = workbench;
        this.host = host;
    }

    @Override
    public Viewpoint viewpoint() {
        return workbench.program().viewpointProperty().get();
    }

    @Override
    public Commands commands() {
        return workbench.commands();
    }

    @Override
    public Palette palette() {
        return ThemeStyles.palette(workbench.theme());
    }

    @Override
    public List<OpenView> openViews() {
        return workbench.openViewHosts().stream().map(open -> (OpenView) new Open(open)).toList();
    }

    private final class Open implements OpenView {
        private final ViewHost open;

        Open(ViewHost open) {
            this.open = open;
        }

        @Override
        public ViewProvider provider() {
            return open.provider();
        }

        @Override
        public Optional<Findable> findable() {
            if (open.isStale() && open.view() != null) {
                open.refresh(moment(), viewpoint().links());
            }
            return open.findable();
        }

        @Override
        public void reveal() {
            workbench.docking().reveal(open.provider().id());
        }
    }

    @Override
    public Program program() {
        return workbench.program();
    }

    @Override
    public <T> void background(String subject, Supplier<T> work, Consumer<T> then) {
        AtomicLong latestRequest = latestRequests.computeIfAbsent(subject, s -> new AtomicLong());
        long request = latestRequest.incrementAndGet();
        workbench.runInBackground(() -> {
            if (request != latestRequest.get()) {
                return;
            }
            try {
                T result = work.get();
                Platform.runLater(() -> accept(request == latestRequest.get(), result, then));
            } catch (RuntimeException | Error e) {
                Platform.runLater(() -> fail(e));
            }
        });
    }

    private <T> void accept(boolean wanted, T result, Consumer<T> then) {
        if (wanted && host.filter(ViewHost::isDisposed).isEmpty()) {
            try {
                then.accept(result);
            } catch (RuntimeException e) {
                fail(e);
            }
        }
    }

    private void fail(Throwable error) {
        host.ifPresentOrElse(view -> {
            if (!view.isDisposed()) {
                view.fail(error);
            }
        }, () -> say("A command has failed: " + error));
    }

    @Override
    public void say(String message) {
        workbench.say(message);
    }
}
