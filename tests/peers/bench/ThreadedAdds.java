// Licensed under the Apache License, Version 2.0; see LICENSE at the top of the repository.

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets several threads add the articles of a corpus, each taking the next one. */
final class ThreadedAdds {
    private ThreadedAdds() {
    }

    /** Adds one article. */
    interface Adder {
        void add(String[] article) throws IOException;
    }

    /** Returns when all are added, with their number. */
    static long run(BenchCorpus corpus, int threadCount, Adder adder) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(threadCount);
        List<Future<Long>> parts = new ArrayList<>();
        for (int i = 0; i < threadCount; i++) parts.add(threads.submit(() -> addAll(corpus, adder)));
        long count = 0;
        for (Future<Long> part : parts) count += part.get();
        threads.shutdown();
        return count;
    }

    private static long addAll(BenchCorpus corpus, Adder adder) throws IOException {
        long count = 0;
        for (String[] article = corpus.next(); article != null; article = corpus.next()) {
            adder.add(article);
            count++;
        }
        return count;
    }
}
