// Records as text: lines split into fields, counted and grouped in objects used as dictionaries, reported with padding.
const names = ["bolt", "nut", "washer", "screw", "gear", "spring", "bearing", "bracket", "hinge", "valve"];
const lines = [];
for (let i = 0; i < 120; i++) {
  lines.push(`${names[i % 10]}-${(i * 37) % 17}, ${(i * 13) % 50} , ${i % 3 ? "EUR" : "usd"} ${(i * 7) % 90}.${String((i * 31) % 100).padStart(2, "0")}`);
}
function parse(line) {
  const [id, count, price] = line.split(",");
  const dash = id.indexOf("-");
  return { name: id.substring(0, dash), variant: parseInt(id.slice(dash + 1), 10), count: Number(count.trim()), currency: price.trim().slice(0, 3).toUpperCase(), cents: Math.round(parseFloat(price.trim().substring(4)) * 100) };
}
function work() {
  const totals = {}, variants = {};
  let longest = "";
  for (const line of lines) {
    const item = parse(line);
    totals[item.name] = (totals[item.name] || 0) + item.count * item.cents;
    const key = item.currency + ":" + item.variant;
    if (!variants.hasOwnProperty(key)) variants[key] = [];
    if (!variants[key].includes(item.name)) variants[key].push(item.name);
    if (item.name.length > longest.length) longest = item.name;
  }
  let text = "";
  for (const name of Object.keys(totals).sort()) text += name.padEnd(longest.length + 1, ".") + totals[name].toString().padStart(9) + "\n";
  for (const key in variants) if (key.startsWith("EUR") && variants[key].length > 1) text += key + "=" + variants[key].join("/") + ";";
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (hash * 31 + text.charCodeAt(i)) | 0;
  return hash;
}

const EXPECTED = 1670621702;
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
console.log("inventory", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
