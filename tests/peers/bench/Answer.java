// Licensed under the Apache License, Version 2.0; see LICENSE at the top of the repository.

import java.util.Locale;

/** A line of output: ok, then NAME=VALUE pairs, all parted by tabs. */
final class Answer {
    private final StringBuilder line = new StringBuilder("ok");

    Answer add(String name, String value) {
        line.append('\t').append(name).append('=').append(value);
        return this;
    }

    Answer add(String name, long value) {
        return add(name, Long.toString(value));
    }

    Answer addSeconds(String name, double value) {
        return add(name, String.format(Locale.ROOT, "%.6f", value));
    }

    @Override
    public String toString() {
        return line.toString();
    }
}
