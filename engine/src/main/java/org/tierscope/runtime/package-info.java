/**
 * What all tiers share: values, the heap and its collector, strings, shapes and objects, the meaning of operations, and the
 * built-in objects.
 *
 * <p>To read it from the bottom: {@link org.tierscope.runtime.Value} and {@link org.tierscope.runtime.Layout} say what bits
 * mean; {@link org.tierscope.runtime.Heap} and {@link org.tierscope.runtime.Collector} own the cells;
 * {@link org.tierscope.runtime.Shape}, {@link org.tierscope.runtime.ShapeTable} and
 * {@link org.tierscope.runtime.Prototypes} describe objects; {@link org.tierscope.runtime.Objects} and
 * {@link org.tierscope.runtime.Elements} store them; {@link org.tierscope.runtime.Properties} and
 * {@link org.tierscope.runtime.PropertyDefinition} give them ECMAScript's internal methods;
 * {@link org.tierscope.runtime.FieldAccess} and {@link org.tierscope.runtime.ElementAccess} put inline caches in front.
 * {@link org.tierscope.runtime.Operations} is the door for the tiers, {@link org.tierscope.runtime.Vm} holds it all.
 */
package org.tierscope.runtime;
