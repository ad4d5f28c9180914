// Licensed under the Apache License, Version 2.0; see LICENSE at the top of the repository.

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.LongValues;

/** Counts all matches by source, channel and month: by the ordinals of each segment, which are added up at its end. */
final class FacetCounts implements Collector {
    /** Sources and channels that are shown. */
    static final int MOST_VALUES = 50;

    private final FacetColumn[] columns;
    private final int[][] counts;
    private final List<List<FacetTop.Value>> found = new ArrayList<>();
    private Segment last;

    FacetCounts(FacetColumn[] columns) {
        this.columns = columns;
        counts = new int[columns.length][];
        for (int i = 0; i < columns.length; i++) counts[i] = new int[columns[i].labels.length];
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        addLast();
        last = new Segment(context);
        return last;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    void finish(int mostValues) {
        addLast();
        for (int i = 0; i < columns.length; i++) {
            found.add(columns[i].field.equals("month")
                ? FacetTop.descending(columns[i].labels, counts[i])
                : FacetTop.mostFrequent(columns[i].labels, counts[i], mostValues));
        }
    }

    String describe() {
        StringBuilder text = new StringBuilder();
        for (List<FacetTop.Value> values : found) text.append('\t').append(FacetTop.describe(values));
        return text.toString();
    }

    private void addLast() {
        if (last == null) return;
        for (int i = 0; i < columns.length; i++) {
            LongValues toLabels = columns[i].toLabels(last.number);
            int[] inSegment = last.counts[i];
            for (int ord = 0; ord < inSegment.length; ord++)
                if (inSegment[ord] != 0) counts[i][(int) toLabels.get(ord)] += inSegment[ord];
        }
        last = null;
    }

    private final class Segment implements LeafCollector {
        private final int number;
        private final SortedDocValues[] singles = new SortedDocValues[columns.length];
        private final SortedSetDocValues[] sets = new SortedSetDocValues[columns.length];
        private final int[][] counts = new int[columns.length][];

        Segment(LeafReaderContext context) throws IOException {
            number = context.ord;
            for (int i = 0; i < columns.length; i++) {
                if (columns[i].isSet) sets[i] = DocValues.getSortedSet(context.reader(), columns[i].field);
                else singles[i] = DocValues.getSorted(context.reader(), columns[i].field);
                counts[i] = new int[(int) (columns[i].isSet ? sets[i].getValueCount() : singles[i].getValueCount())];
            }
        }

        @Override
        public void setScorer(Scorable scorer) {
        }

        @Override
        public void collect(int doc) throws IOException {
            for (int i = 0; i < counts.length; i++) {
                int[] count = counts[i];
                if (sets[i] == null) {
                    if (singles[i].advanceExact(doc)) count[singles[i].ordValue()]++;
                } else if (sets[i].advanceExact(doc)) {
                    SortedSetDocValues set = sets[i];
                    for (long ord = set.nextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = set.nextOrd()) count[(int) ord]++;
                }
            }
        }
    }
}
