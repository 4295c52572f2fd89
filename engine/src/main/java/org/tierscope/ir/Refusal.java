package org.tierscope.ir;

/** Why a function is not optimized at all. */
public enum Refusal {
    NATIVE("is a native function"),
    GENERATOR("is a generator"),
    ASYNC("is asynchronous"),
    TOO_LARGE("has too much bytecode"),
    GRAPH_TOO_LARGE("its graph grew too large");

    private final String meaning;

    Refusal(String meaning) {
        this.meaning = meaning;
    }

    /** For people: follows the function's name. */
    public String meaning() {
        return meaning;
    }
}
