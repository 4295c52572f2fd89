package org.tierscope.runtime.builtins;

import java.util.List;
import java.util.Map;

/**
 * What was read where: JSON Parse Record.
 *
 * @param source the text of a primitive
 * @param elements of an array
 * @param members of an object, by property key
 */
record JsonRecord(long value, String source, List<JsonRecord> elements, Map<Long, JsonRecord> members) {}
