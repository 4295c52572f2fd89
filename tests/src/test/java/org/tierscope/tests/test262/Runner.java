package org.tierscope.tests.test262;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Shares the tests of a suite out to workers. */
final class Runner {
    private final RunnerOptions options;
    private final Suite suite;
    private final SkippedFeatures skipped;
    private final Progress progress;

    Runner(RunnerOptions options, SkippedFeatures skipped, Progress progress) {
        this.options = options;
        this.suite = new Suite(options.checkout());
        this.skipped = skipped;
        this.progress = progress;
    }

    /** Runs all; the results are in the order of the files. */
    List<Result> run() throws IOException, InterruptedException {
        List<String> all = suite.files(options.patterns());
        List<String> files = IntStream.range(0, all.size())
                .filter(i -> i % options.every() == 0)
                .mapToObj(all::get)
                .toList();
        progress.begin(files.size());
        var queue = new ConcurrentLinkedQueue<>(files);
        List<Result> results = Collections.synchronizedList(new ArrayList<>());
        try (var pool = Executors.newFixedThreadPool(options.jobs())) {
            var jobs = new ArrayList<Future<?>>();
            for (int i = 0; i < options.jobs(); i++) {
                jobs.add(pool.submit(() -> {
                    work(queue, results);
                    return null;
                }));
            }
            for (Future<?> job : jobs) {
                job.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        progress.end();
        results.sort(Comparator.comparing((Result result) -> result.test().file())
                .thenComparing(result -> result.test().mode()));
        return List.copyOf(results);
    }

    private void work(ConcurrentLinkedQueue<String> files, List<Result> results) throws IOException {
        try (var worker = new WorkerProcess(options)) {
            for (String file = files.poll(); file != null; file = files.poll()) {
                for (TestCase test : suite.testsOf(file)) {
                    Optional<String> why = skipped.reason(test.metadata());
                    Result result = why.isPresent() ? Result.skip(test, why.get()) : worker.run(test);
                    results.add(result);
                    progress.add(result);
                }
                progress.fileDone();
            }
        }
    }
}
