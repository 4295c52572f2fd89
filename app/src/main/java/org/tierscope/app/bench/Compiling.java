package org.tierscope.app.bench;

/**
 * What one tier's compilations took.
 *
 * @param micros their time, in microseconds
 * @param bytecodes instructions of bytecode of the functions compiled, each as often as it was compiled; not of what was inlined
 */
record Compiling(double micros, double bytecodes) {
    static final Compiling NONE = new Compiling(0, 0);

    Compiling plus(Compiling other) {
        return new Compiling(micros + other.micros, bytecodes + other.bytecodes);
    }

    double millis() {
        return micros / 1000;
    }

    /** Microseconds for an instruction of bytecode; 0 where nothing was compiled. */
    double microsPerBytecode() {
        return bytecodes == 0 ? 0 : micros / bytecodes;
    }
}
