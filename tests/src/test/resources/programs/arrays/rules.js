// Rules of built-ins that programs meet rarely: species, holes, getters that interfere, limits, sources of JSON.
"use strict";

class Stack extends Array {
  static get [Symbol.species]() { return Array; }
  top() { return this[this.length - 1]; }
}
function species() {
  const stack = Stack.of(1, 2, 3);
  const own = [4, 5, 6];
  own.constructor = { [Symbol.species]: function (n) { this.made = n; } };
  const mapped = own.map((x) => x * 2);
  return [stack.top(), stack.map((x) => x) instanceof Stack, stack.slice(1) instanceof Stack,
    mapped.made, mapped[2], Array.isArray(mapped), own.splice(0, 2).made];
}

function holes() {
  const sparse = [1, , 3, , undefined];
  const seen = [];
  sparse.forEach((value, i) => seen.push(i));
  return [seen.join(), sparse.flat().length, Object.keys(sparse.map(String)).join(),
    sparse.indexOf(undefined), sparse.includes(undefined), sparse.findIndex((x) => x === undefined),
    JSON.stringify(sparse), sparse.toSorted().length, 1 in sparse.with(1, 9), sparse.reduceRight((a, b) => a + "," + b)];
}

function gettersInterfere() {
  const list = { length: 3, 0: "a", 2: "c" };
  Object.defineProperty(list, 1, { get() { delete list[2]; return "b"; }, configurable: true });
  const visited = [];
  Array.prototype.forEach.call(list, (value, i) => visited.push(i + value));
  let reads = 0;
  const counted = { length: 2, get 0() { reads++; return 1; }, get 1() { reads++; return 2; } };
  const sum = Array.prototype.reduce.call(counted, (a, b) => a + b);
  return [visited.join(), sum, reads];
}

function limits() {
  const failures = [];
  for (const action of [
    () => Array.prototype.push.call({ length: 2 ** 53 - 1 }, 1),
    () => Array.prototype.toSpliced.call({ length: 2 ** 53 - 1 }, 0, 0, 1),
    () => Array.prototype.toReversed.call({ length: 2 ** 32 }),
    () => Object.freeze([1]).push(),
    () => Object.freeze([1]).push(2),
    () => new WeakSet().add(Symbol.for("registered")),
    () => decodeURIComponent("%E0%A4%1"),
  ]) {
    try {
      action();
      failures.push("none");
    } catch (error) {
      failures.push(error.constructor.name);
    }
  }
  return failures;
}

function texts() {
  const list = new Proxy([1, { toJSON() { return "two"; } }], {});
  return [JSON.stringify({ list, n: new Number(3) }), JSON.stringify({ a: 1, b: 2, 3: 4 }, new Proxy(["b", 3], {})),
    "ΑΣ ΑΣΑ".toLowerCase(), "\u0061\u0323\u0308".localeCompare("\u00e4\u0323"), JSON.parse("[1,{\"a\":2}]", (k, v) => (k === "a" ? v + 1 : v))[1].a];
}

for (let round = 0; round < 60; round++) {
  for (const part of [species, holes, gettersInterfere, limits, texts]) {
    const result = part();
    if (round === 59) console.log(part.name, ...result);
  }
}
