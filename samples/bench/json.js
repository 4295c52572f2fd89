// JSON text written and read back, and the structure walked.

function build() {
  const rows = [];
  for (let i = 0; i < 150; i++) {
    rows.push({
      id: i,
      name: "row number " + i,
      ratio: i / 16,
      tags: ["a" + (i % 5), "b" + (i % 3)],
      flags: { even: i % 2 === 0, third: i % 3 === 0 ? null : true },
    });
  }
  return { version: 1, title: "with \"quotes\" and\nlines", rows };
}

function walk(value) {
  switch (typeof value) {
    case "number":
      return value;
    case "string":
      return value.length;
    case "boolean":
      return 1;
  }
  if (value === null) {
    return 2;
  }
  let sum = 0;
  if (Array.isArray(value)) {
    for (const element of value) {
      sum += walk(element);
    }
    return sum;
  }
  for (const key of Object.keys(value)) {
    sum += key.length + walk(value[key]);
  }
  return sum;
}

function work() {
  const text = JSON.stringify(build());
  const again = JSON.parse(text);
  return walk(again) + text.length + JSON.stringify(again, null, 2).length;
}

const EXPECTED = 65243.4375;
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
console.log("json", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
