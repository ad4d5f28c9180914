// Licensed under the Apache License, Version 2.0; see LICENSE at the top of the repository.

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long each of many queries took, by kind, and what they found in all. */
final class Timings {
    private final List<Long> all = new ArrayList<>();
    private final Map<String, List<Long>> byKind = new LinkedHashMap<>();
    private long sum;

    void add(String kind, long nanoseconds, long found) {
        all.add(nanoseconds);
        byKind.computeIfAbsent(kind, key -> new ArrayList<>()).add(nanoseconds);
        sum += found;
    }

    void describe(Answer answer) {
        answer.add("count", all.size()).add("sum", sum);
        describe(answer, "", all);
        if (byKind.size() < 2) return;
        for (Map.Entry<String, List<Long>> kind : byKind.entrySet()) describe(answer, kind.getKey() + ".", kind.getValue());
    }

    private static void describe(Answer answer, String prefix, List<Long> nanoseconds) {
        double[] sorted = nanoseconds.stream().mapToDouble(time -> time / 1000.0).sorted().toArray();
        answer.add(prefix + "p50", micros(quantile(sorted, 0.5)));
        answer.add(prefix + "p99", micros(quantile(sorted, 0.99)));
        answer.add(prefix + "mean", micros(Arrays.stream(sorted).average().orElse(0)));
    }

    /** The value below which a share of all values lies, between neighbours by proportion. */
    private static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) return 0;
        double place = share * (sorted.length - 1);
        int below = (int) place;
        return below + 1 == sorted.length ? sorted[below] : sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }

    private static String micros(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
