// From lengths, arrays, iterables, buffers with offsets; views that share memory.
console.log(new Int8Array(3).join(), new Int16Array([1, 2.7, "3"]).join(), new Float32Array(new Set([1, 0.1])).join(), new Uint8Array({ length: 2, 0: 5 }).join(), new Uint8Array(new Float64Array([1.9, 257])).join(), new Int8Array().length);
const buffer = new ArrayBuffer(16);
const bytes = new Uint8Array(buffer), ints = new Int32Array(buffer, 4, 2), floats = new Float64Array(buffer, 8);
ints[0] = 0x01020304; floats[0] = 1;
console.log(bytes.join(), ints.byteOffset, ints.byteLength, ints.length, floats.length, ints.buffer === buffer, buffer.byteLength);
bytes[15] = 0xc0;
console.log(floats[0], ints[1]);
console.log(buffer.slice(4, 8).byteLength, new Uint8Array(buffer.slice(4, 8)).join(), ArrayBuffer.isView(ints), ArrayBuffer.isView(buffer), buffer instanceof ArrayBuffer);
for (const bad of [() => new Int32Array(buffer, 1), () => new Int32Array(buffer, 4, 4), () => new Int32Array(new ArrayBuffer(5)), () => new Uint8Array(-1), () => Int8Array(1), () => new ArrayBuffer(-1)]) { try { bad(); console.log("ok"); } catch (e) { console.log(e.name); } }
console.log(Uint8Array.from([1, 2, 3], (x) => x * 100).join(), Int16Array.of(1, -1, 70000).join(), Uint8Array.from("123").join(), Object.prototype.toString.call(bytes), bytes.constructor.name, Object.getPrototypeOf(Int8Array).name, Array.isArray(bytes), bytes instanceof Uint8Array);
const sub = bytes.subarray(4, 8);
sub[0] = 99;
console.log(bytes[4], sub.length, sub.byteOffset, bytes.slice(4, 6).join(), bytes.subarray(-2).length);
const copy = bytes.slice();
copy[0] = 7;
console.log(bytes[0], copy[0]);
