// Regular expressions: test, exec with groups, replace with text and function, split, global matches.

const lines = [];
for (let i = 0; i < 60; i++) {
  lines.push(`2024-0${1 + (i % 9)}-1${i % 10} 12:${10 + (i % 50)}:07 [${["INFO", "WARN", "ERROR"][i % 3]}] user${i}@mail${i % 4}.org took ${i * 13}ms "GET /path/${i}?q=a%20b"`);
}
const LINE = /^(\d+)-(\d+)-(\d+) (\d+):(\d+):(\d+) \[(\w+)\] (.*)$/;
const MAIL = /[a-z]+\d*@[a-z0-9]+\.(?:org|com)/;
const TIME = /took (\d+)ms/;

function work() {
  let sum = 0;
  for (const line of lines) {
    const m = LINE.exec(line);
    sum += Number(m[1]) + +m[5] + m[7].length;
    if (MAIL.test(line)) sum++;
    const took = line.match(TIME);
    if (took) sum += parseInt(took[1]);
    sum += line.replace(/\d/g, "#").length;
    sum += line.replace(/%(\w\w)/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))).length;
    sum += line.split(/[\s:]+/).length;
  }
  const all = lines.join("\n");
  let words = 0;
  const word = /\b[a-zA-Z]{3,}\b/g;
  while (word.exec(all) !== null) words++;
  return sum + words + all.search(/ERROR/) + (all.match(/user\d+/g) || []).length;
}

const EXPECTED = 156872;
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
console.log("patterns", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
