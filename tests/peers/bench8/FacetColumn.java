// Licensed under the Apache License, Version 2.0; see LICENSE at the top of the repository.

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;

/** A column that is counted: the labels of its values, and the map to them from each segment, made once as Lucene's own facets do. */
final class FacetColumn {
    final String field;
    final boolean isSet;
    final String[] labels;

    private final OrdinalMap map;

    private FacetColumn(DirectoryReader reader, String field, boolean isSet) throws IOException {
        this.field = field;
        this.isSet = isSet;
        List<LeafReaderContext> leaves = reader.leaves();
        SortedSetDocValues[] values = new SortedSetDocValues[leaves.size()];
        for (int i = 0; i < values.length; i++) values[i] = DocValues.getSortedSet(leaves.get(i).reader(), field);
        map = OrdinalMap.build(null, values, PackedInts.DEFAULT);
        labels = new String[(int) map.getValueCount()];
        for (int ord = 0; ord < labels.length; ord++)
            labels[ord] = values[map.getFirstSegmentNumber(ord)].lookupOrd(map.getFirstSegmentOrd(ord)).utf8ToString();
    }

    /** The columns of an article that are counted. */
    static FacetColumn[] open(DirectoryReader reader) throws IOException {
        return new FacetColumn[] {new FacetColumn(reader, "source", false), new FacetColumn(reader, "channel", true), new FacetColumn(reader, "month", false)};
    }

    /** Turns the ordinals of a segment into places of labels. */
    LongValues toLabels(int segment) {
        return map.getGlobalOrds(segment);
    }
}
