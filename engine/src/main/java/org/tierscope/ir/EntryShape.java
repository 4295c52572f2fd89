package org.tierscope.ir;

import java.util.Map;

/**
 * What a graph must know of calls to give and use unboxed entries.
 *
 * @param parameters of the function that is compiled
 * @param registers of its frame
 * @param signatures of the unboxed entries that functions it calls have now, by function id
 */
public record EntryShape(int parameters, int registers, Map<Integer, Integer> signatures) {}
