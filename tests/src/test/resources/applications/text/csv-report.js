// CSV: a state machine parser with quotes and line ends, typed columns, grouping, pivoting, sorting by several keys, aligned output.
function parseCsv(text, { separator = ',' } = {}) {
  const rows = []; let row = [], field = '', state = 'start';
  const endField = () => { row.push(state === 'after' || state === 'quoted' ? field : field.trim()); field = ''; state = 'start'; }, endRow = () => { endField(); if (row.length > 1 || row[0] !== '') rows.push(row); row = []; };
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (state === 'quoted') { if (c === '"') { if (text[i + 1] === '"') { field += '"'; i++; } else state = 'after'; } else field += c; } else if (c === '"' && field.trim() === '') { field = ''; state = 'quoted'; } else if (c === separator) endField(); else if (c === '\r' && text[i + 1] === '\n') continue; else if (c === '\n' || c === '\r') endRow(); else if (state === 'after' && c.trim() !== '') throw new SyntaxError(`text after quote at ${i}`); else if (state !== 'after') { field += c; state = 'plain'; }
  }
  if (state === 'quoted') throw new SyntaxError('unterminated quote');
  endRow();
  const [head, ...body] = rows;
  return body.map((r, n) => { if (r.length !== head.length) throw new RangeError(`row ${n + 2} has ${r.length} fields, not ${head.length}`); return Object.fromEntries(head.map((h, k) => [h, convert(r[k])])); });
}
const convert = (s) => (s === '' ? null : /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(s) ? Number(s) : /^(true|false)$/i.test(s) ? s.toLowerCase() === 'true' : /^\d{4}-\d\d-\d\d$/.test(s) ? new Date(s + 'T00:00:00Z') : s);
const toCsv = (rows) => [Object.keys(rows[0]), ...rows.map(Object.values)].map((r) => r.map((v) => { const s = v === null ? '' : v instanceof Date ? v.toISOString().slice(0, 10) : String(v); return /[",\n\r]|^\s|\s$/.test(s) ? `"${s.replaceAll('"', '""')}"` : s; }).join(',')).join('\n');
const data = parseCsv(`date,region,product,units,price,note
2024-01-05,North,Tea,10,2.50,"first, ""quoted"""
2024-01-09,South,Tea,4,2.75,
2024-02-01,North,Coffee,7,5,"two
lines"
2024-02-11,East,"Milk, whole",12,0.99, trimmed
2024-03-03,South,Coffee,3,5.25,true\r
2024-03-04,North,Tea,8,2.5,-1e2
`);
console.log(data.length, data[0], data[2].note, data.map((r) => typeof r.note).join());
console.log(JSON.stringify(parseCsv(toCsv(data))) === JSON.stringify(data), toCsv(data).split('\n').length);
const by = (...keys) => (a, b) => keys.reduce((r, k) => r || (k.startsWith('-') ? -1 : 1) * ((x, y) => (x < y ? -1 : x > y ? 1 : 0))(a[k.replace('-', '')], b[k.replace('-', '')]), 0);
const group = (rows, key) => rows.reduce((m, r) => { const k = typeof key === 'function' ? key(r) : r[key]; (m[k] ??= []).push(r); return m; }, {}), sum = (rows, f) => rows.reduce((s, r) => s + f(r), 0), total = (r) => r.units * r.price;
console.table(data.toSorted(by('region', '-units')).map(({ region, product, units }) => ({ region, product, units })));
console.log(Object.entries(group(data, 'region')).map(([k, rows]) => `${k}: ${sum(rows, total).toFixed(2)}`).join('; '), group(data, (r) => r.date.getUTCMonth() + 1)[2].length);
const pivot = (rows, r, c, f) => { const columns = [...new Set(rows.map((x) => x[c]))].sort(); return Object.entries(group(rows, r)).map(([k, xs]) => ({ [r]: k, ...Object.fromEntries(columns.map((col) => [col, f(xs.filter((x) => x[c] === col))])) })); };
console.table(pivot(data, 'region', 'product', (xs) => sum(xs, (x) => x.units)));
const table = (rows) => { const cols = Object.keys(rows[0]), w = cols.map((c) => Math.max(c.length, ...rows.map((r) => String(r[c]).length))); return [cols, cols.map((_, i) => '-'.repeat(w[i])), ...rows.map((r) => cols.map((c) => r[c]))].map((r) => r.map((v, i) => (typeof v === 'number' ? String(v).padStart(w[i]) : String(v).padEnd(w[i]))).join(' | ').trimEnd()).join('\n'); };
console.log(table(data.map(({ product, units, price }) => ({ product, units, price, total: +(units * price).toFixed(2) }))));
for (const bad of ['a,b\n1', 'a\n"x', 'a\n"x"y']) try { parseCsv(bad); } catch (e) { console.log(`${e.name}: ${e.message}`); }
console.log(parseCsv('a;b\n1;2\n\n;"x;y"', { separator: ';' }));
