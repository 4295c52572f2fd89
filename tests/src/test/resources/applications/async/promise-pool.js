// A pool of promises with a limit, retries with back-off, timeouts and cancellation; an event log by virtual time.
const log = [];
const sleep = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));
class Cancelled extends Error { name = 'Cancelled'; }
class Pool {
  #running = 0; #queue = []; peak = 0;
  constructor(limit) { this.limit = limit; }
  run(task) {
    return new Promise((resolve, reject) => { this.#queue.push({ task, resolve, reject }); this.#next(); });
  }
  #next() {
    while (this.#running < this.limit && this.#queue.length > 0) {
      const { task, resolve, reject } = this.#queue.shift();
      this.#running++;
      this.peak = Math.max(this.peak, this.#running);
      Promise.resolve().then(task).then(resolve, reject).finally(() => { this.#running--; this.#next(); });
    }
  }
  map(items, f) { return Promise.all(items.map((x, i) => this.run(() => f(x, i)))); }
}
async function retry(task, { times = 3, wait = 1 } = {}) {
  for (let attempt = 1; ; attempt++) {
    try { return await task(attempt); } catch (e) {
      if (attempt >= times) throw new Error(`gave up after ${attempt}`, { cause: e });
      await sleep(wait * 2 ** attempt);
    }
  }
}
const timeout = (promise, ms) => Promise.race([promise, sleep(ms).then(() => { throw new Cancelled(`after ${ms}`); })]);
async function main() {
  const pool = new Pool(3);
  const squares = await pool.map([5, 3, 1, 4, 2, 6], async (n) => { log.push(`start ${n}`); await sleep(n * 4); log.push(`end ${n}`); return n * n; });
  console.log(squares, pool.peak, log.length, log.slice(0, 3));
  const settled = await Promise.allSettled([
    retry((n) => (n < 3 ? Promise.reject(new RangeError(`try ${n}`)) : `ok at ${n}`)),
    retry(() => { throw new TypeError('always'); }, { times: 2 }),
    timeout(sleep(50), 5), timeout(sleep(1, 'fast'), 40),
  ]);
  for (const { status, value, reason } of settled) console.log(status, value ?? `${reason.name}: ${reason.message}`, reason?.cause?.message ?? '-');
  try { await Promise.any([Promise.reject(1), sleep(2).then(() => Promise.reject(new Error('late')))]); } catch (e) { console.log(e.constructor.name, e.errors.length, e.errors[1].message); }
  const order = [];
  const first = pool.run(async () => { order.push('a'); await null; order.push('b'); throw new Cancelled('first'); }).catch((e) => e.name);
  const second = pool.run(() => order.push('c'));
  console.log(await Promise.all([first, second]), order.join(''));
  let n = 0;
  const results = await new Pool(2).map(Array.from({ length: 200 }, (_, i) => i), async (i) => { n++; if (i % 50 === 0) await sleep(1); return i % 7; });
  console.log(n, results.reduce((a, b) => a + b));
}
main().then(() => console.log('done'), (e) => console.log('failed', e.message)).finally(() => console.log('finally'));
console.log('sync end');
