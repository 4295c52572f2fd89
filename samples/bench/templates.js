// Text made of pieces: template strings, join, repeat, padStart, split, replace, number formatting, trim, startsWith.

const people = [];
for (let i = 0; i < 40; i++) {
  people.push({ first: ["Ada", "Alan", "Grace", "Edsger"][i % 4], last: "Name" + i, age: 20 + (i % 50), score: i * 1.25 });
}

function html(person) {
  return `<li class="${person.age > 40 ? "old" : "young"}"><b>${person.first} ${person.last}</b> (${person.age}): ${person.score.toFixed(1)}</li>`;
}
function escape(text) {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === "<") out += "&lt;";
    else if (c === ">") out += "&gt;";
    else if (c === "&") out += "&amp;";
    else out += c;
  }
  return out;
}
function csv(rows) {
  return rows.map((p) => [p.first, p.last, p.age].join(";")).join("\n");
}
function table(text) {
  let lines = "";
  for (const line of text.split("\n")) {
    const [first, last, age] = line.split(";");
    lines += `${first.padStart(8)}|${last.padEnd(10, ".")}|${age.trim().toUpperCase()}\n`;
  }
  return lines;
}
function camel(name) {
  const words = name.split("-");
  return words[0] + words.slice(1).map((w) => w[0].toUpperCase() + w.slice(1)).join("");
}
function reverse(text) {
  return text.split("").reverse().join("");
}

function work() {
  let page = "<ul>";
  for (const person of people) page += html(person);
  page += "</ul>";
  const escaped = escape(page);
  const grid = table(csv(people));
  let n = escaped.length + grid.length;
  for (let i = 0; i < 30; i++) {
    n += camel("some-long-name-" + i).length;
    n += reverse("palindrome" + i).charCodeAt(0);
    if (people[i].last.startsWith("Name1")) n += "ab".repeat(3).length;
    n += `${i}`.length + String(i / 2).length;
  }
  return n;
}

const EXPECTED = 6116;
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
console.log("templates", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
