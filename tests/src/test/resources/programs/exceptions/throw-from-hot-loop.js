// Throwing out of a hot loop under a handler: what the handler needs must survive the way out of compiled code.
let closed = 0;
function thrown(n) { let k = 0; try { try { while (true) { k++; if (k === n) throw k; } } finally { closed++; } } catch (e) { return e; } }
let missed = 0, sum = 0;
for (let i = 1; i < 3000; i++) { const before = closed; sum += thrown(i % 12 + 1); if (closed === before) missed++; }
console.log(closed, missed, sum);
const iterable = (n) => ({ [Symbol.iterator]() { let i = 0; return { next: () => (i < n ? { done: false, value: i++ } : { done: true, value: undefined }), return() { closed++; return {}; } }; } });
function thrownFromForOf(n) { try { for (const x of iterable(10)) if (x === n) throw x; return "none"; } catch (e) { return e; } }
for (let i = 0; i < 2000; i++) { const before = closed; if (thrownFromForOf(5) !== 5 || closed === before) missed++; }
console.log(closed, missed);
