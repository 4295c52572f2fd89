// Differences of texts: Myers' algorithm, unified output, word diffs, applying and reversing patches, three-way merge, edit distances.
function myers(a, b) {
  const n = a.length, m = b.length, max = n + m, v = new Int32Array(2 * max + 2), trace = [];
  for (let d = 0; d <= max; d++) {
    trace.push(v.slice());
    for (let k = -d; k <= d; k += 2) {
      let x = k === -d || (k !== d && v[max + k - 1] < v[max + k + 1]) ? v[max + k + 1] : v[max + k - 1] + 1, y = x - k;
      while (x < n && y < m && a[x] === b[y]) { x++; y++; }
      v[max + k] = x;
      if (x >= n && y >= m) return back(a, b, trace, max);
    }
  }
}
function back(a, b, trace, max) {
  const out = [];
  let x = a.length, y = b.length;
  for (let d = trace.length - 1; d >= 0; d--) {
    const v = trace[d], k = x - y, previous = k === -d || (k !== d && v[max + k - 1] < v[max + k + 1]) ? k + 1 : k - 1, px = v[max + previous], py = px - previous;
    while (x > px && y > py && x > 0 && y > 0) { x--; y--; out.push([' ', a[x]]); }
    if (d > 0) { if (x === px) out.push(['+', b[--y]]); else out.push(['-', a[--x]]); }
  }
  return out.reverse();
}
function unified(a, b, context = 2) {
  const edits = myers(a, b), hunks = [];
  let i = 0, la = 1, lb = 1;
  const positions = edits.map(([op]) => { const p = [la, lb]; if (op !== '+') la++; if (op !== '-') lb++; return p; });
  while (i < edits.length) {
    if (edits[i][0] === ' ') { i++; continue; }
    const start = Math.max(0, i - context);
    let end = i, quiet = 0;
    while (end < edits.length && quiet <= 2 * context) { quiet = edits[end][0] === ' ' ? quiet + 1 : 0; end++; }
    end -= Math.max(0, quiet - context);
    const lines = edits.slice(start, end), count = (skip) => lines.filter(([op]) => op !== skip).length;
    hunks.push(`@@ -${positions[start][0]},${count('+')} +${positions[start][1]},${count('-')} @@`, ...lines.map(([op, l]) => op + l));
    i = end;
  }
  return hunks.join('\n');
}
function apply(lines, patch, reverse = false) {
  const out = lines.slice();
  let shift = 0;
  for (const hunk of patch.split(/^(?=@@)/m)) {
    const [head, ...body] = hunk.replace(/\n$/, '').split('\n'), [, a, , b] = /-(\d+),(\d+) \+(\d+)/.exec(head).map(Number);
    const [minus, plus] = reverse ? ['+', '-'] : ['-', '+'], at = (reverse ? b : a) - 1 + shift;
    const old = body.filter((l) => l[0] !== plus).map((l) => l.slice(1)), now = body.filter((l) => l[0] !== minus).map((l) => l.slice(1));
    old.forEach((l, k) => { if (out[at + k] !== l) throw new Error(`hunk ${head} does not fit at ${k}`); });
    out.splice(at, old.length, ...now);
    shift += now.length - old.length;
  }
  return out;
}
function merge3(base, mine, theirs) {
  const changes = (to) => { const map = new Map(); let at = 0, pending = null; for (const [op, l] of [...myers(base, to), [' ', null]]) { if (op === ' ') { if (pending) map.set(pending.at, pending); pending = null; at++; } else { pending ??= { at, removed: 0, added: [] }; if (op === '-') { pending.removed++; at++; } else pending.added.push(l); } } return map; };
  const m = changes(mine), t = changes(theirs), out = [];
  for (let i = 0; i <= base.length;) {
    const x = m.get(i), y = t.get(i);
    if (x && y) { if (x.added.join('\n') === y.added.join('\n') && x.removed === y.removed) out.push(...x.added); else out.push('<<<<<<<', ...x.added, '=======', ...y.added, '>>>>>>>'); i += Math.max(x.removed, y.removed) || (out.push(...(i < base.length ? [base[i]] : [])), 1); }
    else if (x || y) { const c = x ?? y; out.push(...c.added); if (c.removed) i += c.removed; else { if (i < base.length) out.push(base[i]); i++; } }
    else { if (i < base.length) out.push(base[i]); i++; }
  }
  return out;
}
const a = 'the quick\nbrown fox\njumps\nover\nthe lazy\ndog\nand\nruns\naway\nfrom\nhere'.split('\n'), b = 'the quick\nred fox\njumps\nover\nthe lazy\nsleeping\ndog\nand\nruns\nfrom\nthere\nnow'.split('\n');
const patch = unified(a, b);
console.log(patch);
console.log(apply(a, patch).join() === b.join(), apply(b, patch, true).join() === a.join());
try { apply(['x', ...a], patch); } catch (e) { console.log(e.message); }
console.log(myers([...'ABCABBA'], [...'CBABAC']).map(([o, c]) => (o === ' ' ? c : o + c)).join(' '), myers([], ['x']), myers(['x'], []), myers([], []));
console.log(myers('it was the best of times'.split(' '), 'it was never the best time'.split(' ')).map(([o, w]) => ({ ' ': w, '-': `[-${w}-]`, '+': `{+${w}+}` })[o]).join(' '));
console.log(merge3(['a', 'b', 'c', 'd', 'e'], ['a', 'B', 'c', 'd', 'e'], ['a', 'b', 'c', 'x', 'd', 'e']).join(' '), merge3(['a', 'b', 'c'], ['a', '1', 'c'], ['a', '2', 'c']).join(' '), merge3(['a', 'b'], ['a'], ['a']).join(' '));
function distance(s, t, { swap = false } = {}) {
  const d = Array.from({ length: s.length + 1 }, (_, i) => [i, ...Array(t.length).fill(0)]);
  for (let j = 1; j <= t.length; j++) d[0][j] = j;
  for (let i = 1; i <= s.length; i++) for (let j = 1; j <= t.length; j++) {
    d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (s[i - 1] === t[j - 1] ? 0 : 1));
    if (swap && i > 1 && j > 1 && s[i - 1] === t[j - 2] && s[i - 2] === t[j - 1]) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
  }
  return d[s.length][t.length];
}
console.log(distance('kitten', 'sitting'), distance('ca', 'ac'), distance('ca', 'ac', { swap: true }), distance('', 'abc'));
let seed = 5; const rnd = (n) => (seed = (seed * 48271) % 2147483647) % n;
let ok = 0;
for (let i = 0; i < 60; i++) { const p = Array.from({ length: rnd(14) }, () => 'abcd'[rnd(4)]), q = Array.from({ length: rnd(14) }, () => 'abcd'[rnd(4)]), e = myers(p, q); if (e.filter(([o]) => o !== '+').map((x) => x[1]).join() === p.join() && e.filter(([o]) => o !== '-').map((x) => x[1]).join() === q.join()) ok++; }
console.log(ok);
