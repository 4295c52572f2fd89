// Strings: building, comparing, searching, splitting, character codes.

const words =
  "the interpreter counts and the compiler guesses while the collector sweeps what nobody reaches".split(" ");

function work() {
  let text = "";
  for (let i = 0; i < 3000; i++) {
    text += words[(i * 5) % words.length] + (i % 11 === 0 ? ".\n" : " ");
  }
  let hash = 0;
  for (let i = 0; i < text.length; i++) {
    hash = (hash * 31 + text.charCodeAt(i)) | 0;
  }
  const counts = {};
  for (const line of text.split("\n")) {
    for (const word of line.split(" ")) {
      counts[word] = (counts[word] || 0) + 1;
    }
  }
  let sum = 0;
  for (const word of words) {
    sum += counts[word] * word.length;
  }
  let at = 0;
  while ((at = text.indexOf("compiler", at)) >= 0) {
    sum += at & 15;
    at++;
  }
  const sorted = words.slice().sort().join("-").toUpperCase();
  return hash + ":" + sum + ":" + sorted.length;
}

const EXPECTED = "1681949665:20989:94";
const times = [];
const begun = performance.now();
for (let round = 0; round < 30 || (round < 100000 && performance.now() - begun < 3000); round++) {
  const start = performance.now();
  const result = work();
  times.push(performance.now() - start);
  if (result !== EXPECTED) {
    throw new Error("round " + round + ": expected " + EXPECTED + ", got " + result);
  }
}
console.log("strings", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
