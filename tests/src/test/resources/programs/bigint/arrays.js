// Typed arrays of BigInts, DataView, Atomics, JSON.
const signed = new BigInt64Array([1n, -1n, 2n ** 63n, 2n ** 64n + 5n]);
const unsigned = new BigUint64Array(signed.buffer);
console.log(signed, unsigned, signed.length, signed.BYTES_PER_ELEMENT, Object.keys(signed));
signed[0] = 2n ** 65n - 3n;
unsigned[1] = -5n;
console.log(signed[0], unsigned[0], signed[1], unsigned[1], signed[9], 1 in signed, 9 in signed);
console.log(signed.map(x => x + 1n), signed.indexOf(5n), signed.includes(-3n), [...signed.entries()].length, signed.slice(1, 2), signed.toSorted(), signed.join("|"));
console.log(BigInt64Array.from([1, 2, 3].map(BigInt)), BigUint64Array.of(1n, -1n), new BigInt64Array(2), Object.getOwnPropertyDescriptor(signed, 3));
for (const bad of [() => (signed[0] = 1), () => new BigInt64Array([1]), () => new BigInt64Array(new Int8Array(1)), () => new Int8Array(signed), () => signed.fill(1), () => new DataView(signed.buffer).setBigInt64(0, 1)]) {
  try {
    console.log(bad());
  } catch (e) {
    console.log(e.name + ": " + e.message);
  }
}
const view = new DataView(new ArrayBuffer(16));
view.setBigInt64(0, -2n);
view.setBigUint64(8, 2n ** 64n - 2n, true);
console.log(view.getBigInt64(0), view.getBigUint64(0), view.getBigInt64(0, true), view.getBigUint64(8, true), view.getUint8(8));
console.log(Atomics.add(signed, 1, 10n), Atomics.load(signed, 1), Atomics.exchange(unsigned, 0, 7n), Atomics.compareExchange(signed, 0, 7n, 8n), signed);
function total(array) {
  let sum = 0n;
  for (let i = 0; i < array.length; i++) {
    array[i] = array[i] + 1n;
    sum += array[i];
  }
  return sum;
}
const many = new BigInt64Array(100);
for (let i = 0; i < 300; i++) total(many);
console.log(total(many), many[99]);
BigInt.prototype.toJSON = function () {
  return this.toString() + "n";
};
console.log(JSON.stringify({ a: 1n, b: [2n] }));
