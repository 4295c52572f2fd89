package org.tierscope.runtime.builtins;

import org.tierscope.runtime.Strings;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** GetSubstitution (22.1.3.19.1): what the dollar signs in a replacement text stand for. */
final class Substitution {
    /** The parts of a match that a template can name. */
    interface Match {
        int start();

        int end();

        /** Adds the whole match. */
        void addMatched(long subject, StringPieces target);

        /** Groups without the whole match. */
        int groups();

        /** Adds what group {@code index} (from 1) has matched; nothing where it took no part. */
        void addGroup(int index, StringPieces target);

        boolean hasNames();

        /** Adds what the group with this name has matched. */
        void addNamed(long name, StringPieces target);
    }

    /** A match of plain text. */
    record TextMatch(int start, int end) implements Match {
        @Override
        public void addMatched(long subject, StringPieces target) {
            target.add(subject, start, end);
        }

        @Override
        public int groups() {
            return 0;
        }

        @Override
        public void addGroup(int index, StringPieces target) {
            throw new IllegalArgumentException("no group " + index);
        }

        @Override
        public boolean hasNames() {
            return false;
        }

        @Override
        public void addNamed(long name, StringPieces target) {
            throw new IllegalArgumentException("no names");
        }
    }

    private Substitution() {}

    /** Whether a flat template is taken as it is. */
    static boolean isPlain(long template) {
        for (int i = 0; i < Strings.length(template); i++) {
            if (Strings.unitAt(template, i) == '$') {
                return false;
            }
        }
        return true;
    }

    /** Adds a flat template to {@code target} with everything replaced that stands for parts of the flat subject. */
    static void apply(Vm vm, long template, long subject, Match match, StringPieces target) {
        int length = Strings.length(template);
        int copied = 0;
        for (int i = 0; i + 1 < length; ) {
            if (Strings.unitAt(template, i) != '$') {
                i++;
                continue;
            }
            int end = reference(vm, template, i, subject, match, target, copied);
            if (end > i) {
                copied = end;
                i = end;
            } else {
                i++;
            }
        }
        target.add(template, copied, length);
    }

    /** Adds the text before the dollar sign and what it stands for; returns where that ends, 0 where it is only a sign. */
    private static int reference(
            Vm vm, long template, int dollar, long subject, Match match, StringPieces target, int copied) {
        char c = Strings.unitAt(template, dollar + 1);
        switch (c) {
            case '$' -> {
                target.add(template, copied, dollar + 1);
                return dollar + 2;
            }
            case '&' -> {
                target.add(template, copied, dollar);
                match.addMatched(subject, target);
                return dollar + 2;
            }
            case '`' -> {
                target.add(template, copied, dollar);
                target.add(subject, 0, match.start());
                return dollar + 2;
            }
            case '\'' -> {
                target.add(template, copied, dollar);
                target.add(subject, match.end(), Strings.length(subject));
                return dollar + 2;
            }
            case '<' -> {
                return named(vm, template, dollar, match, target, copied);
            }
            default -> {
                return numbered(template, dollar, match, target, copied);
            }
        }
    }

    private static int named(
            Vm vm, long template, int dollar, Match match, StringPieces target, int copied) {
        if (!match.hasNames()) {
            return 0;
        }
        for (int i = dollar + 2; i < Strings.length(template); i++) {
            if (Strings.unitAt(template, i) == '>') {
                target.add(template, copied, dollar);
                match.addNamed(vm.strings().substring(template, dollar + 2, i), target);
                return i + 1;
            }
        }
        return 0;
    }

    private static int numbered(long template, int dollar, Match match, StringPieces target, int copied) {
        int first = digit(template, dollar + 1);
        int second = digit(template, dollar + 2);
        if (first < 0) {
            return 0;
        }
        int index = 10 * first + second;
        int end = dollar + 3;
        if (second < 0 || index == 0 || index > match.groups()) {
            index = first;
            end = dollar + 2;
        }
        if (index == 0 || index > match.groups()) {
            return 0;
        }
        target.add(template, copied, dollar);
        match.addGroup(index, target);
        return end;
    }

    private static int digit(long template, int at) {
        int digit = at < Strings.length(template) ? Strings.unitAt(template, at) - '0' : -1;
        return digit <= 9 ? digit : -1;
    }

    /** What a function given as replacement returns for a match of plain text. */
    static long callReplacer(Vm vm, long function, long matched, int position, long subject) {
        long result = vm.call(function, Value.UNDEFINED, matched, Value.ofInt(position), subject);
        return vm.conversions().toStringValue(result);
    }
}
