// Pipelines of async generators: batching, windowing, merging by time, error paths, cleanup when a consumer leaves early.
const events = [];
async function* ticks(n, name = 't') { try { for (let i = 0; i < n; i++) { await null; yield i; } } finally { events.push(`${name} closed`); } }
const pipe = (source, ...stages) => stages.reduce((s, f) => f(s), source);
const map = (f) => async function* (xs) { let i = 0; for await (const x of xs) yield f(x, i++); };
const filter = (f) => async function* (xs) { for await (const x of xs) if (await f(x)) yield x; };
const take = (n) => async function* (xs) { if (n <= 0) return; for await (const x of xs) { yield x; if (--n === 0) return; } };
const batch = (n) => async function* (xs) { let b = []; for await (const x of xs) { b.push(x); if (b.length === n) { yield b; b = []; } } if (b.length) yield b; };
const window = (n) => async function* (xs) { const w = []; for await (const x of xs) { w.push(x); if (w.length > n) w.shift(); if (w.length === n) yield [...w]; } };
const flat = async function* (xs) { for await (const x of xs) yield* x; };
const scan = (f, z) => async function* (xs) { for await (const x of xs) yield (z = await f(z, x)); };
const rescue = (f) => async function* (xs) { try { yield* xs; } catch (e) { yield f(e); } };
const collect = async (xs) => { const out = []; for await (const x of xs) out.push(x); return out; };
async function* zip(...sources) {
  const its = sources.map((s) => s[Symbol.asyncIterator]?.() ?? s[Symbol.iterator]());
  try { for (;;) { const rs = await Promise.all(its.map((it) => it.next())); if (rs.some((r) => r.done)) return; yield rs.map((r) => r.value); } } finally { await Promise.all(its.map((it) => it.return?.())); }
}
(async () => {
  console.log(await collect(pipe(ticks(10), filter((x) => x % 2), map((x) => x * x), scan((a, b) => a + b, 0))));
  console.log(await collect(pipe(ticks(100, 'long'), batch(3), take(2))), events);
  console.log(await collect(pipe(ticks(6), window(3), map((w) => w.join('')), batch(2), flat)));
  console.log(await collect(pipe(ticks(5), map((x) => { if (x === 3) throw new Error(`bad ${x}`); return x; }), rescue((e) => e.message))));
  console.log(await collect(zip(ticks(4, 'z1'), ['a', 'b'], new Set([true, false, null]))), events.slice(-2));
  const g = ticks(3, 'manual');
  console.log(await g.next(), await g.return('bye'), await g.next());
  const queue = ticks(3, 'queued');
  console.log(await Promise.all([queue.next(), queue.next(), queue.return(9), queue.next(), queue.throw(new Error('x')).catch((e) => e.message)]));
  const thrower = (async function* () { for (;;) { try { yield 1; } catch (e) { yield `caught ${e}`; } } })();
  await thrower.next();
  console.log(await thrower.throw('E1'), await thrower.next(), await thrower.return(Promise.resolve('r')));
  const syncIn = await collect((async function* () { yield* [Promise.resolve(1), 2]; yield Promise.resolve(3); return 4; })());
  console.log(syncIn, events.length);
  let sum = 0;
  for await (const x of pipe(ticks(2000), map((x) => x & 15), filter((x) => x !== 7))) sum += x;
  console.log(sum);
  label: for await (const a of ticks(3, 'outer')) for await (const b of ticks(3, 'inner')) { if (a === 1 && b === 1) break label; if (b === 2) continue label; }
  console.log(events.slice(-4));
})();
