// Results of >>> are up to 4294967295 and must not become negative.
function hash(text) {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i);
    h = Math.imul(h, 16777619) >>> 0;
  }
  return h >>> 0;
}
console.log(hash(""), hash("a"), hash("foobar"), hash("the quick brown fox"));
let state = 12345;
function random() {
  state ^= state << 13;
  state >>>= 0;
  state ^= state >>> 17;
  state ^= state << 5;
  state >>>= 0;
  return state;
}
let max = 0;
let sum = 0;
for (let i = 0; i < 3000; i++) {
  const r = random();
  if (r > max) max = r;
  if (r < 0) throw new Error("negative");
  sum += r / 4294967296;
}
console.log(max, sum.toFixed(6), state);
function compare(a, b) {
  return (a >>> 0) < (b >>> 0);
}
let trues = 0;
for (let i = -1000; i < 1000; i++) {
  if (compare(i, 5)) trues++;
}
console.log(trues);
function halves(n) {
  let k = n >>> 0;
  let count = 0;
  while (k > 0) {
    k = Math.floor(k / 2);
    count++;
  }
  return count;
}
console.log(halves(-1), halves(1), halves(0x80000000), halves(255));
