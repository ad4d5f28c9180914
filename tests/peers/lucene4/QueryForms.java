// Licensed under the Apache License, Version 2.0; see LICENSE at the top of the repository.

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldCacheRangeFilter;
import org.apache.lucene.search.FieldValueFilter;
import org.apache.lucene.search.Filter;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.NumericRangeQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;

/** Turns the forms that tests/peers/README.md lists into queries and sorts of Lucene 4.10.4. */
final class QueryForms {
    private QueryForms() {
    }

    static Query query(Expression form) {
        switch (form.name) {
            case "all": return new MatchAllDocsQuery();
            case "term": return new TermQuery(term(form, 0, 1));
            case "phrase": return phrase(form, 0, 0);
            case "sloppy": return phrase(form, 1, Integer.parseInt(form.atom(0)));
            case "multiphrase": return multiPhrase(form);
            case "prefix": return new PrefixQuery(term(form, 0, 1));
            case "wildcard": return new WildcardQuery(term(form, 0, 1));
            case "fuzzy": return fuzzy(form);
            case "range": return longRange(form);
            case "stringrange": return stringRange(form);
            case "trierange": return trieRange(form);
            case "trierangeint": return trieRangeInt(form);
            case "dismax": return dismax(form);
            case "constant": return new ConstantScoreQuery(query(form.form(0)));
            case "boost": return boosted(query(form.form(1)), Float.parseFloat(form.atom(0)));
            case "bool": return bool(form);
            default: throw new IllegalArgumentException("no such query: (" + form.name + ")");
        }
    }

    static Sort sort(Iterable<Expression> forms) {
        List<SortField> fields = new ArrayList<>();
        for (Expression form : forms) fields.add(sortField(form));
        return new Sort(fields.toArray(new SortField[0]));
    }

    private static Term term(Expression form, int fieldIndex, int termIndex) {
        return new Term(form.text(fieldIndex), new BytesRef(form.bytes(termIndex)));
    }

    private static Query phrase(Expression form, int fieldIndex, int slop) {
        PhraseQuery phrase = new PhraseQuery();
        phrase.setSlop(slop);
        for (int i = fieldIndex + 1; i < form.count(); i++) phrase.add(term(form, fieldIndex, i));
        return phrase;
    }

    /** (multiphrase SLOP FIELD (at POSITION TERM...)...) */
    private static Query multiPhrase(Expression form) {
        MultiPhraseQuery phrase = new MultiPhraseQuery();
        phrase.setSlop(Integer.parseInt(form.atom(0)));
        for (int i = 2; i < form.count(); i++) {
            Expression place = form.form(i);
            if (!place.name.equals("at")) throw new IllegalArgumentException("no such place: (" + place.name + ")");
            Term[] terms = new Term[place.count() - 1];
            for (int j = 0; j < terms.length; j++) terms[j] = new Term(form.text(1), new BytesRef(place.bytes(j + 1)));
            phrase.add(terms, Integer.parseInt(place.atom(0)));
        }
        return phrase;
    }

    /** (fuzzy EDITS PREFIX EXPANSIONS FIELD TERM) */
    private static Query fuzzy(Expression form) {
        int edits = Integer.parseInt(form.atom(0));
        return new FuzzyQuery(term(form, 3, 4), edits, Integer.parseInt(form.atom(1)), Integer.parseInt(form.atom(2)), true);
    }

    /** (dismax TIE-BREAKER QUERY...) */
    private static Query dismax(Expression form) {
        DisjunctionMaxQuery dismax = new DisjunctionMaxQuery(Float.parseFloat(form.atom(0)));
        for (int i = 1; i < form.count(); i++) dismax.add(query(form.form(i)));
        return dismax;
    }

    private static Query longRange(Expression form) {
        return hasValueIn(form.text(0), FieldCacheRangeFilter.newLongRange(form.text(0), bound(form, 1), bound(form, 2), true, true));
    }

    private static Query stringRange(Expression form) {
        return hasValueIn(form.text(0), FieldCacheRangeFilter.newBytesRefRange(form.text(0), bytesBound(form, 1), bytesBound(form, 2), true, true));
    }

    /** A FieldCacheRangeFilter takes a missing number for 0, so documents without the field are filtered out beside it. */
    private static Query hasValueIn(String field, Filter range) {
        BooleanQuery both = new BooleanQuery(true);
        both.add(new ConstantScoreQuery(range), Occur.MUST);
        both.add(new ConstantScoreQuery(new FieldValueFilter(field)), Occur.MUST);
        return new ConstantScoreQuery(both);
    }

    private static Query trieRange(Expression form) {
        return NumericRangeQuery.newLongRange(form.text(0), Integer.parseInt(form.atom(1)), bound(form, 2), bound(form, 3), true, true);
    }

    private static Query trieRangeInt(Expression form) {
        return NumericRangeQuery.newIntRange(form.text(0), Integer.parseInt(form.atom(1)), intBound(form, 2), intBound(form, 3), true, true);
    }

    private static Integer intBound(Expression form, int index) {
        return form.atom(index).equals("*") ? null : Integer.valueOf(form.atom(index));
    }

    private static Long bound(Expression form, int index) {
        return form.atom(index).equals("*") ? null : Long.valueOf(form.atom(index));
    }

    private static BytesRef bytesBound(Expression form, int index) {
        return form.atom(index).equals("*") ? null : new BytesRef(form.bytes(index));
    }

    private static Query boosted(Query query, float boost) {
        query.setBoost(query.getBoost() * boost);
        return query;
    }

    private static Query bool(Expression form) {
        BooleanQuery bool = new BooleanQuery();
        for (int i = 0; i < form.count(); i++) {
            Expression clause = form.form(i);
            switch (clause.name) {
                case "must": bool.add(query(clause.form(0)), Occur.MUST); break;
                case "should": bool.add(query(clause.form(0)), Occur.SHOULD); break;
                case "mustnot": bool.add(query(clause.form(0)), Occur.MUST_NOT); break;
                // Lucene 4 has no filter clause: one that must match and adds exactly 0 to the score is the same.
                case "filter": bool.add(boosted(new ConstantScoreQuery(query(clause.form(0))), 0), Occur.MUST); break;
                case "minshould": bool.setMinimumNumberShouldMatch(Integer.parseInt(clause.atom(0))); break;
                default: throw new IllegalArgumentException("no such clause: (" + clause.name + ")");
            }
        }
        return bool;
    }

    /** (sort FIELD long|string asc|desc [MISSING]); (sort score) and (sort doc). */
    private static SortField sortField(Expression form) {
        if (form.count() == 1 && form.atom(0).equals("score")) return SortField.FIELD_SCORE;
        if (form.count() == 1 && form.atom(0).equals("doc")) return SortField.FIELD_DOC;
        boolean isLong = oneOf(form.atom(1), "long", "string");
        boolean isDescending = oneOf(form.atom(2), "desc", "asc");
        SortField field = new SortField(form.text(0), isLong ? SortField.Type.LONG : SortField.Type.STRING, isDescending);
        if (form.count() > 3 && isLong) field.setMissingValue(Long.valueOf(form.atom(3)));
        if (form.count() > 3 && !isLong) field.setMissingValue(oneOf(form.atom(3), "last", "first") ? SortField.STRING_LAST : SortField.STRING_FIRST);
        return field;
    }

    /** Whether the word is the first of the two that are allowed. */
    private static boolean oneOf(String word, String first, String second) {
        if (word.equals(first) || word.equals(second)) return word.equals(first);
        throw new IllegalArgumentException("expected " + first + " or " + second + ", not " + word);
    }
}
