// Licensed under the Apache License, Version 2.0; see LICENSE at the top of the repository.

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;

/** The values of one facet that are shown, of the counts of all values of the index. */
final class FacetTop {
    private FacetTop() {
    }

    /** A value with the number of matches that have it. */
    static final class Value implements Comparable<Value> {
        final String label;
        final int count;

        Value(String label, int count) {
            this.label = label;
            this.count = count;
        }

        @Override
        public int compareTo(Value other) {
            return Integer.compare(count, other.count);
        }
    }

    /** Those that most matches have, the most frequent first. */
    static List<Value> mostFrequent(String[] labels, int[] counts, int most) {
        PriorityQueue<Value> best = new PriorityQueue<>();
        for (int ord = 0; ord < counts.length; ord++) {
            if (counts[ord] == 0 || (best.size() == most && counts[ord] <= best.peek().count)) continue;
            best.add(new Value(labels[ord], counts[ord]));
            if (best.size() > most) best.poll();
        }
        List<Value> values = new ArrayList<>(best.size());
        while (!best.isEmpty()) values.add(best.poll());
        Collections.reverse(values);
        return values;
    }

    /** All of them, the greatest value first. */
    static List<Value> descending(String[] labels, int[] counts) {
        List<Value> values = new ArrayList<>();
        for (int ord = counts.length - 1; ord >= 0; ord--)
            if (counts[ord] > 0) values.add(new Value(labels[ord], counts[ord]));
        return values;
    }

    /** How many values there are, the sum of their counts, and a hash of both that does not depend on the order. */
    static String describe(List<Value> values) {
        long sum = 0;
        long hash = 0;
        for (Value value : values) {
            sum += value.count;
            hash += fnv(value.label) * value.count;
        }
        return values.size() + "/" + sum + "/" + Long.toHexString(hash);
    }

    private static long fnv(String label) {
        long hash = 0xCBF29CE484222325L;
        for (byte b : label.getBytes(StandardCharsets.UTF_8)) hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
        return hash;
    }
}
