package org.tierscope.ir;

/**
 * What a snapshot knows of one constructor's function object.
 *
 * @param function its function id
 * @param shape of the function object, {@link SnapshotSource#NO_SHAPE} where code may not rely on it
 * @param parent its prototype: what {@code super()} calls; good while the object has {@code shape}
 * @param fields its field initializer, or 0; never changes
 * @param fieldsFunction the initializer's function id, or −1
 * @param instanceCapacity fields that such an object has room for in itself
 * @param instanceShape of the objects that it makes as new.target, {@link SnapshotSource#NO_SHAPE} if it has made none
 * @param prototypeOffset where it has its property "prototype", in bytes, as long as it has {@code shape}
 * @param prototype the value of that property that {@code instanceShape} belongs to
 * @param fixed whether that property can never change, as in classes
 */
public record ConstructorFacts(
        int function, int shape, long parent, long fields, int fieldsFunction, int instanceShape, int instanceCapacity,
        int prototypeOffset, long prototype, boolean fixed) {}
