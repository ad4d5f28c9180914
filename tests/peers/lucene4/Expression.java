// Licensed under the Apache License, Version 2.0; see LICENSE at the top of the repository.

import java.util.ArrayList;
import java.util.List;

/** A parenthesised form such as (term body x): its name, then atoms (String) and further forms (Expression). */
final class Expression {
    final String name;
    final List<Object> arguments = new ArrayList<>();

    private Expression(String name) {
        this.name = name;
    }

    /** Reads a line of atoms and forms. */
    static List<Object> parseLine(String line) {
        // Parentheses never stand inside an atom, so spacing them out leaves nothing but words.
        String[] words = line.replace("(", " ( ").replace(")", " ) ").trim().split("\\s+");
        List<Object> parsed = new ArrayList<>();
        int next = 0;
        while (next < words.length) next = parseOne(words, next, parsed);
        return parsed;
    }

    private static int parseOne(String[] words, int next, List<Object> into) {
        String word = words[next++];
        if (word.equals(")")) throw new IllegalArgumentException("a closing parenthesis too many");
        if (!word.equals("(")) {
            into.add(word);
            return next;
        }
        if (next == words.length) throw new IllegalArgumentException("the form after the last parenthesis has no name");
        Expression form = new Expression(words[next++]);
        while (next < words.length && !words[next].equals(")")) next = parseOne(words, next, form.arguments);
        if (next == words.length) throw new IllegalArgumentException("(" + form.name + " is not closed");
        into.add(form);
        return next + 1;
    }

    int count() {
        return arguments.size();
    }

    /** The argument as it was written; use text or bytes for its value. */
    String atom(int index) {
        if (index >= count()) throw new IllegalArgumentException("(" + name + ") needs more than " + count() + " arguments");
        if (arguments.get(index) instanceof String) return (String) arguments.get(index);
        throw new IllegalArgumentException("argument " + index + " of (" + name + ") must be a word");
    }

    String text(int index) {
        return Atom.decodeText(atom(index));
    }

    byte[] bytes(int index) {
        return Atom.decode(atom(index));
    }

    Expression form(int index) {
        if (index >= count()) throw new IllegalArgumentException("(" + name + ") needs more than " + count() + " arguments");
        if (arguments.get(index) instanceof Expression) return (Expression) arguments.get(index);
        throw new IllegalArgumentException("argument " + index + " of (" + name + ") must be a form");
    }
}
