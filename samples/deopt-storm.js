// Guess wrong, again and again: how the engine stops believing.
//
// Watch: every phase hands `mix` a value of a type it has not seen: ints, doubles, strings, objects with
// valueOf, null, booleans, undefined. Each phase costs one or a few deopts and each widens the feedback of
// the same operation, so the list of deopts is short although the program changes its mind seven times.
// Afterwards all types come round in turn, and no guard fails any more: the code compiled last asks the
// runtime instead of guessing. A deopt loop cannot happen.

function mix(a, b) {
  return a + b;
}

const kinds = [
  (i) => i & 7,
  (i) => i / 4,
  (i) => "s" + (i & 3),
  (i) => ({ valueOf: () => i & 1 }),
  () => null,
  (i) => i % 2 === 0,
  () => undefined,
];

function phase(make, n) {
  let digest = 0;
  for (let i = 0; i < n; i++) {
    const r = mix(make(i), 1);
    digest = (digest * 31 + (typeof r === "number" ? r | 0 : r.length)) | 0;
  }
  return digest;
}

kinds.forEach((make, k) => console.log("phase", k, phase(make, 60_000)));
console.log("all at once", phase((i) => kinds[i % kinds.length](i), 200_000));
