// Licensed under the Apache License, Version 2.0; see LICENSE at the top of the repository.

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Query;

/** Answers the queries of a file, one kind of work at a time, and measures each. */
final class SearchWork {
    private static final String[] RANKED = {"and", "or", "phrase", "common"};

    private final IndexSearch index;
    private final List<Task> ranked = new ArrayList<>();
    private final List<Task> related = new ArrayList<>();
    private final List<Task> fetched = new ArrayList<>();

    SearchWork(String folder, String queryFile) throws IOException {
        index = new IndexSearch(folder);
        for (BenchQuery query : BenchQuery.read(queryFile, RANKED)) ranked.add(new Task(query.kind, index.parse(query), null));
        for (BenchQuery query : BenchQuery.read(queryFile, "related")) related.add(new Task(query.kind, null, index.find(query.words)));
        for (BenchQuery query : BenchQuery.read(queryFile, "fetch")) fetched.add(new Task(query.kind, null, index.find(query.words)));
    }

    Answer describe() {
        return new Answer().add("docs", index.docCount()).add("segments", index.segmentCount());
    }

    /** Writes what every query finds: its total, and of each facet the values, the sum of their counts, and a hash of both. */
    void check(String file) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Paths.get(file), StandardCharsets.UTF_8))) {
            for (Task task : ranked) out.println(index.describe(task.query));
        }
    }

    /** Answers all queries so many times, after doing so unmeasured for some seconds. */
    Answer measure(String work, int passes, double warmSeconds) throws IOException {
        List<Task> tasks = work.equals("related") ? related : work.equals("fetch") ? fetched : ranked;
        long warmUntil = System.nanoTime() + (long) (warmSeconds * 1e9);
        while (System.nanoTime() < warmUntil) run(work, tasks, 1);
        System.gc();
        double cpu = ProcessFigures.cpuSeconds();
        Timings timings = run(work, tasks, passes);
        Answer answer = new Answer().addSeconds("cpu", ProcessFigures.cpuSeconds() - cpu).add("passes", passes);
        timings.describe(answer);
        return answer;
    }

    private Timings run(String work, List<Task> tasks, int passes) throws IOException {
        Timings timings = new Timings();
        for (int pass = 0; pass < passes; pass++) {
            for (Task task : tasks) {
                long start = System.nanoTime();
                long found = answer(work, task);
                timings.add(task.kind, System.nanoTime() - start, found);
            }
        }
        return timings;
    }

    private long answer(String work, Task task) throws IOException {
        switch (work) {
            case "counts": return index.searchAndCount(task.query);
            case "top": return index.searchTop(task.query);
            case "related": return index.findRelated(task.documents[0]);
            case "fetch": return index.fetch(task.documents);
            default: throw new IllegalArgumentException("no such work: " + work);
        }
    }

    /** A query, or documents, made before anything is timed. */
    private static final class Task {
        final String kind;
        final Query query;
        final int[] documents;

        Task(String kind, Query query, int[] documents) {
            this.kind = kind;
            this.query = query;
            this.documents = documents;
        }
    }
}
