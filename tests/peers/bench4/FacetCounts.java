// Licensed under the Apache License, Version 2.0; see LICENSE at the top of the repository.

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.AtomicReaderContext;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.LongValues;

/** Counts all matches by source, channel and month: by the ordinals of each segment, which are added up at its end. */
final class FacetCounts extends Collector {
    /** Sources and channels that are shown. */
    static final int MOST_VALUES = 50;

    private final FacetColumn[] columns;
    private final int[][] counts;
    private final SortedDocValues[] singles;
    private final SortedSetDocValues[] sets;
    private final int[][] inSegment;
    private final List<List<FacetTop.Value>> found = new ArrayList<>();
    private int segment = -1;

    FacetCounts(FacetColumn[] columns) {
        this.columns = columns;
        counts = new int[columns.length][];
        for (int i = 0; i < columns.length; i++) counts[i] = new int[columns[i].labels.length];
        singles = new SortedDocValues[columns.length];
        sets = new SortedSetDocValues[columns.length];
        inSegment = new int[columns.length][];
    }

    @Override
    public void setScorer(Scorer scorer) {
    }

    @Override
    public boolean acceptsDocsOutOfOrder() {
        // Disjunctions out of order would be quick by themselves, but counting their documents then takes ten times as long.
        return false;
    }

    @Override
    public void setNextReader(AtomicReaderContext context) throws IOException {
        addLast();
        segment = context.ord;
        for (int i = 0; i < columns.length; i++) {
            if (columns[i].isSet) sets[i] = DocValues.getSortedSet(context.reader(), columns[i].field);
            else singles[i] = DocValues.getSorted(context.reader(), columns[i].field);
            inSegment[i] = new int[(int) (columns[i].isSet ? sets[i].getValueCount() : singles[i].getValueCount())];
        }
    }

    @Override
    public void collect(int doc) throws IOException {
        for (int i = 0; i < inSegment.length; i++) {
            int[] count = inSegment[i];
            if (sets[i] == null) {
                int ord = singles[i].getOrd(doc);
                if (ord >= 0) count[ord]++;
            } else {
                SortedSetDocValues set = sets[i];
                set.setDocument(doc);
                for (long ord = set.nextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = set.nextOrd()) count[(int) ord]++;
            }
        }
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
        if (segment < 0) return;
        for (int i = 0; i < columns.length; i++) {
            LongValues toLabels = columns[i].toLabels(segment);
            for (int ord = 0; ord < inSegment[i].length; ord++)
                if (inSegment[i][ord] != 0) counts[i][(int) toLabels.get(ord)] += inSegment[i][ord];
        }
        segment = -1;
    }
}
