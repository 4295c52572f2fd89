package org.tierscope.backend;

import org.tierscope.machine.Location;

/**
 * A part of a value's lifetime, for people. Positions count instructions in the order of the code, two for each: a block's start is one, and
 * each of its nodes behind the phis; the first half reads operands, the second writes the result.
 *
 * @param node id
 * @param start first position
 * @param end position behind the last
 * @param location where the value is in between
 */
public record LiveRange(int node, int start, int end, Location location) {}
