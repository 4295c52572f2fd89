// CSP in async functions: channels with buffers, select, fan-out and fan-in, a prime sieve of processes, closing.
class Channel {
  #buffer = []; #takers = []; #putters = []; #closed = false;
  constructor(size = 0) { this.size = size; }
  put(value) {
    if (this.#closed) return Promise.reject(new Error('closed'));
    const taker = this.#takers.shift();
    if (taker) { taker({ value, done: false }); return Promise.resolve(); }
    if (this.#buffer.length < this.size) { this.#buffer.push(value); return Promise.resolve(); }
    return new Promise((resolve) => this.#putters.push({ value, resolve }));
  }
  take() {
    if (this.#buffer.length > 0) {
      const value = this.#buffer.shift(), waiting = this.#putters.shift();
      if (waiting) { this.#buffer.push(waiting.value); waiting.resolve(); }
      return Promise.resolve({ value, done: false });
    }
    const waiting = this.#putters.shift();
    if (waiting) { waiting.resolve(); return Promise.resolve({ value: waiting.value, done: false }); }
    if (this.#closed) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => this.#takers.push(resolve));
  }
  close() { this.#closed = true; for (const t of this.#takers.splice(0)) t({ value: undefined, done: true }); }
  [Symbol.asyncIterator]() { return { next: () => this.take(), return: async () => ({ done: true }) }; }
}
const go = (f, ...args) => f(...args);
async function sieve(limit) {
  const primes = [];
  let source = new Channel();
  go(async (out) => { for (let i = 2; i <= limit; i++) await out.put(i); out.close(); }, source);
  for (;;) {
    const { value: prime, done } = await source.take();
    if (done) return primes;
    primes.push(prime);
    const next = new Channel();
    go(async (input, output) => { for await (const n of input) if (n % prime !== 0) await output.put(n); output.close(); }, source, next);
    source = next;
  }
}
async function merge(...channels) {
  const out = new Channel(4);
  Promise.all(channels.map(async (c) => { for await (const v of c) await out.put(v); })).then(() => out.close());
  return out;
}
async function main() {
  console.log((await sieve(60)).join(' '));
  const jobs = new Channel(2), results = new Channel();
  const workers = ['x', 'y', 'z'].map((name) => go(async () => { let n = 0; for await (const job of jobs) { await results.put([name, job * job]); n++; } return n; }));
  go(async () => { for (let i = 1; i <= 12; i++) await jobs.put(i); jobs.close(); const counts = await Promise.all(workers); results.close(); console.log('handled', counts.reduce((a, b) => a + b)); });
  let sum = 0;
  for await (const [, square] of results) sum += square;
  console.log(sum);
  const [a, b] = [new Channel(), new Channel()];
  const feed = async (c, from, n) => { for (let i = 0; i < n; i++) await c.put(from + i); c.close(); };
  feed(a, 0, 5); feed(b, 100, 5);
  const all = [];
  for await (const v of await merge(a, b)) all.push(v);
  console.log(all.sort((p, q) => p - q).join());
  const closed = new Channel();
  closed.close();
  console.log(await closed.take(), await closed.put(1).catch((e) => e.message));
  const early = new Channel(10);
  for (let i = 0; i < 6; i++) early.put(i);
  for await (const v of early) { if (v === 2) break; }
  console.log(await early.take());
}
main();
