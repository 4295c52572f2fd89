package org.tierscope.bytecode;

/**
 * An exception handler: a throw while pc is in {@code [start, end)} continues at {@code target}, a CATCH. Of
 * nested handlers the inner one stands first in a function's list.
 */
public record Handler(int start, int end, int target) {
    public boolean covers(int pc) {
        return start <= pc && pc < end;
    }
}
