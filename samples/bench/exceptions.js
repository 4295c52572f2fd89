// try, catch and finally in loops: mostly not thrown, sometimes thrown near, sometimes far.

class ParseError extends Error {
  constructor(message, at) {
    super(message);
    this.at = at;
  }
}

function digit(text, i) {
  const c = text.charCodeAt(i) - 48;
  if (c < 0 || c > 9) throw new ParseError("no digit", i);
  return c;
}
function number(text) {
  let value = 0;
  for (let i = 0; i < text.length; i++) value = value * 10 + digit(text, i);
  return value;
}
function safeNumber(text, log) {
  try {
    log.tried++;
    return number(text);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return -error.at;
  } finally {
    log.done++;
  }
}
function deep(n) {
  if (n === 0) throw 7;
  return deep(n - 1) + 1;
}

const texts = ["12345", "77", "901", "4", "6502", "8086", "1977", "12x4", "31415"];

function work() {
  const log = { tried: 0, done: 0 };
  let sum = 0;
  for (let i = 0; i < 500; i++) sum += safeNumber(texts[i % texts.length], log);
  for (let i = 0; i < 4000; i++) {
    try {
      sum += i & 3;
      if ((i & 1023) === 1000) sum += deep(8);
    } catch (value) {
      sum += value;
    }
  }
  return sum + log.tried + log.done;
}

const EXPECTED = 3398625;
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
console.log("exceptions", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
