// Parsing CSV with quotes, grouping, aggregating, formatting a report.
const csv = `name,team,score,note
"Ada, L.",red,93.5,"said ""hello"""
Bob,blue,71,
Cyd,red,88.25,"multi
line"
Dee,green,65,ok
Eve,blue,90,"x"
Fay,green,,missing score
`;
function parse(text) { const rows = [[""]]; let quoted = false; for (let i = 0; i < text.length; i++) { const c = text[i], row = rows[rows.length - 1]; if (quoted) { if (c === '"' && text[i + 1] === '"') { row[row.length - 1] += '"'; i++; } else if (c === '"') quoted = false; else row[row.length - 1] += c; } else if (c === '"') quoted = true; else if (c === ",") row.push(""); else if (c === "\n") rows.push([""]); else row[row.length - 1] += c; } if (rows[rows.length - 1].join("") === "") rows.pop(); return rows; }
const [header, ...rows] = parse(csv);
const records = rows.map((r) => Object.fromEntries(header.map((h, i) => [h, h === "score" ? (r[i] === "" ? null : Number(r[i])) : r[i]])));
console.log(header.join("|"), records.length, JSON.stringify(records[0]), JSON.stringify(records[2].note));
const teams = new Map();
for (const { team, score, name } of records) { const t = teams.get(team) ?? teams.set(team, { names: [], scores: [] }).get(team); t.names.push(name); if (score !== null) t.scores.push(score); }
const stats = [...teams].map(([team, { names, scores }]) => ({ team, n: names.length, mean: scores.reduce((a, b) => a + b, 0) / scores.length, max: Math.max(...scores) })).sort((a, b) => b.mean - a.mean);
const widths = { team: 8, n: 4, mean: 9, max: 7 };
console.log(Object.entries(widths).map(([k, w]) => k.padStart(w)).join(""));
for (const s of stats) console.log(Object.entries(widths).map(([k, w]) => String(typeof s[k] === "number" && k !== "n" ? s[k].toFixed(2) : s[k]).padStart(w)).join(""));
const quote = (v) => { const t = v === null ? "" : String(v); return t.includes(",") || t.includes('"') || t.includes("\n") ? '"' + t.replaceAll('"', '""') + '"' : t; };
const back = [header.join(","), ...records.map((r) => header.map((h) => quote(r[h])).join(","))].join("\n");
console.log(parse(back).length === rows.length + 1, JSON.stringify(parse(back)[3]) === JSON.stringify(rows[2]));
let big = 0;
for (let i = 0; i < 25; i++) big += parse(csv.replaceAll("Bob", "Bob" + i)).flat().join("").length;
console.log(big);
