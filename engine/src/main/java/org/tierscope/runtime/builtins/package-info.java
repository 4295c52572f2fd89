/**
 * The built-in objects: one class per global, each with an {@code install(Vm)} that
 * {@link org.tierscope.runtime.builtins.Builtins} calls once per VM.
 *
 * <p>An {@code install} is a table, written with {@link org.tierscope.runtime.builtins.ObjectBuilder}: a line per property
 * with name, length and a {@link org.tierscope.runtime.NativeFunction}. What it makes and others need goes into
 * {@link org.tierscope.runtime.Intrinsic}. {@code Array.prototype}, {@code String.prototype}, {@code Object.prototype},
 * {@code Function.prototype} and the global object exist before any table runs; get them with
 * {@code ObjectBuilder.on(vm, Intrinsic.ARRAY_PROTOTYPE)}.
 *
 * <p>A native function gets its frame: {@code thisValue(fp)}, {@code argument(fp, argc, i)}; new.target is
 * {@code Frame.get(fp, Frame.NEW_TARGET_REGISTER)}, undefined for a call. Made with
 * {@code ObjectBuilder.constructor} it must check that itself. It throws what {@code vm.typeError(text)} and its kin make. It may
 * hold cell addresses in locals, but not in Java arrays or collections while guest code may run or much is
 * allocated, nor only in variables that a lambda captured: use a guest array ({@code vm.literals().newArray()},
 * {@code arrayAppend}), a list of {@link org.tierscope.runtime.OwnKeys}, or
 * {@link org.tierscope.runtime.TemporaryRoots}.
 *
 * <p>Built-ins that call back into the guest belong into the {@linkplain org.tierscope.runtime.Prelude prelude}:
 * {@code .prelude("array", "map", 1)} is method {@code map} of {@code prelude/array.js}, compiled when it is first
 * called. Java helpers for it are methods of its {@code natives} object:
 * {@code ObjectBuilder.on(vm, vm.prelude().natives()).method("toLength", 1, …)}.
 */
package org.tierscope.runtime.builtins;
