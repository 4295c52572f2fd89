// A small operating system in generators: processes, system calls, priorities with ageing, semaphores, pipes, sleeping, signals, a trace.
'use strict';
const call = (type, args = {}) => ({ type, ...args });
const sys = {
  yield: () => call('yield'), sleep: (ticks) => call('sleep', { ticks }), spawn: (name, body, priority) => call('spawn', { name, body, priority }), exit: (code) => call('exit', { code }),
  wait: (pid) => call('wait', { pid }), lock: (name) => call('lock', { name }), unlock: (name) => call('unlock', { name }), send: (pipe, value) => call('send', { pipe, value }), receive: (pipe) => call('receive', { pipe }), pid: () => call('pid'), kill: (pid) => call('kill', { pid }), log: (text) => call('log', { text }),
};
class Process {
  state = 'ready'; waited = 0; cpu = 0; exitCode = undefined; resume = undefined; failure = undefined;
  constructor(pid, name, body, priority) { Object.assign(this, { pid, name, priority, frames: body(pid) }); }
}
class Kernel {
  static #PIPE_SIZE = 3;
  #processes = new Map(); #next = 1; #locks = new Map(); #pipes = new Map(); trace = []; tick = 0;
  spawn(name, body, priority = 5) {
    const p = new Process(this.#next++, name, body, priority);
    this.#processes.set(p.pid, p);
    return p.pid;
  }
  #log(text) { this.trace.push(`${String(this.tick).padStart(3)} ${text}`); }
  #pick() {
    let best = null;
    for (const p of this.#processes.values()) {
      if (p.state !== 'ready') continue;
      p.waited++;
      const rank = p.priority - Math.floor(p.waited / 4);
      if (best === null || rank < best.rank) best = { p, rank };
    }
    return best?.p;
  }
  #wake(condition) { for (const p of this.#processes.values()) if (typeof p.state === 'object' && condition(p.state, p)) p.state = 'ready'; }
  #end(p, code, how = 'exited') {
    p.state = 'dead'; p.exitCode = code;
    for (const [name, owner] of this.#locks) if (owner === p) this.#release(name);
    this.#log(`${p.name} ${how} ${code}`);
    this.#wake((s, other) => s.on === 'wait' && s.pid === p.pid && ((other.resume = code), true));
  }
  #release(name) { this.#locks.delete(name); this.#wake((s) => s.on === 'lock' && s.name === name); }
  run(limit = 500) {
    while (this.tick < limit) {
      this.tick++;
      this.#wake((s) => s.on === 'sleep' && s.until <= this.tick);
      const p = this.#pick();
      if (!p) {
        const living = [...this.#processes.values()].filter((x) => x.state !== 'dead');
        if (living.length === 0) return 'done';
        if (!living.some((x) => x.state.on === 'sleep')) return `deadlock: ${living.map((x) => `${x.name} on ${x.state.on}`).join(', ')}`;
        continue;
      }
      p.waited = 0; p.cpu++;
      const { resume, failure } = p;
      p.resume = p.failure = undefined;
      let step;
      try { step = failure ? p.frames.throw(failure) : p.frames.next(resume); } catch (e) { this.#end(p, -1, `crashed (${e.message}) with`); continue; }
      if (step.done) this.#end(p, step.value ?? 0); else this.#serve(p, step.value);
    }
    return 'out of time';
  }
  #serve(p, { type, ...args }) {
    const block = (on, more) => { p.state = { on, ...more, retry: { type, ...args } }; };
    switch (type) {
      case 'yield': break;
      case 'pid': p.resume = p.pid; break;
      case 'log': this.#log(`${p.name}: ${args.text}`); break;
      case 'spawn': p.resume = this.spawn(args.name, args.body, args.priority); break;
      case 'exit': p.frames.return(); this.#end(p, args.code); break;
      case 'sleep': block('sleep', { until: this.tick + args.ticks }); break;
      case 'wait': { const other = this.#processes.get(args.pid); if (!other) p.failure = new Error('no such process'); else if (other.state === 'dead') p.resume = other.exitCode; else block('wait', { pid: args.pid }); break; }
      case 'kill': { const other = this.#processes.get(args.pid); if (other && other.state !== 'dead') { other.frames.return(); this.#end(other, 137, 'killed with'); } break; }
      case 'lock': if (this.#locks.has(args.name)) this.#again(p, type, args, 'lock', { name: args.name }); else this.#locks.set(args.name, p); break;
      case 'unlock': if (this.#locks.get(args.name) === p) this.#release(args.name); else p.failure = new Error(`does not hold ${args.name}`); break;
      case 'send': { const q = this.#pipe(args.pipe); if (q.length >= Kernel.#PIPE_SIZE) this.#again(p, type, args, 'send', { name: args.pipe }); else { q.push(args.value); this.#wake((s) => s.on === 'receive' && s.name === args.pipe); } break; }
      case 'receive': { const q = this.#pipe(args.pipe); if (q.length === 0) this.#again(p, type, args, 'receive', { name: args.pipe }); else { p.resume = q.shift(); this.#wake((s) => s.on === 'send' && s.name === args.pipe); } break; }
      default: p.failure = new TypeError(`bad system call ${type}`);
    }
  }
  #pipe(name) { if (!this.#pipes.has(name)) this.#pipes.set(name, []); return this.#pipes.get(name); }
  #again(p, type, args, on, more) { // blocks, and makes the call again when woken
    const { frames } = p, kernel = this;
    p.state = { on, ...more };
    p.frames = { next() { p.frames = frames; kernel.#serve(p, { type, ...args }); return { done: false, value: call('yield') }; }, throw: (e) => frames.throw(e), return: () => frames.return() };
  }
  report() { return [...this.#processes.values()].map(({ name, cpu, exitCode, state }) => ({ name, cpu, exitCode, state: state.on ?? state })); }
}
const kernel = new Kernel();
kernel.spawn('init', function* () {
  const producer = yield sys.spawn('producer', function* () { for (let i = 1; i <= 6; i++) { yield sys.send('p', i * i); if (i % 3 === 0) yield sys.sleep(4); } yield sys.send('p', null); }, 6);
  const consumer = yield sys.spawn('consumer', function* () { let sum = 0, v; while ((v = yield sys.receive('p')) !== null) { sum += v; yield sys.log(`got ${v}`); } return sum; }, 4);
  const sum = yield sys.wait(consumer);
  yield sys.log(`sum ${sum}, producer ${yield sys.wait(producer)}`);
  const workers = [];
  for (const n of [1, 2, 3]) workers.push(yield sys.spawn(`worker${n}`, function* (pid) { for (let i = 0; i < 2; i++) { yield sys.lock('disk'); yield sys.log(`writes ${i} as ${pid}`); yield sys.sleep(2); yield sys.unlock('disk'); } return n * 10; }));
  const spinner = yield sys.spawn('spinner', function* () { try { for (;;) yield sys.yield(); } finally { kernel.trace.push('    cleaned up'); } }, 9);
  yield sys.spawn('bad', function* () { yield sys.yield(); throw new RangeError('bad address'); });
  yield sys.spawn('careful', function* () { try { yield sys.unlock('nothing'); } catch (e) { yield sys.log(`caught ${e.message}`); } yield call('reboot'); });
  let total = 0;
  for (const pid of workers) total += yield sys.wait(pid);
  yield sys.kill(spinner);
  try { yield sys.wait(99); } catch (e) { yield sys.log(e.message); }
  yield sys.exit(total);
}, 1);
console.log(kernel.run());
console.log(kernel.trace.join('\n'));
console.table(kernel.report());
const stuck = new Kernel();
for (const [a, b] of [['x', 'y'], ['y', 'x']]) stuck.spawn(a + b, function* () { yield sys.lock(a); yield sys.sleep(3); yield sys.lock(b); });
console.log(stuck.run(), stuck.tick);
const busy = new Kernel();
for (let i = 0; i < 6; i++) busy.spawn('p' + i, function* () { let n = 0; for (;;) { n += i; yield sys.yield(); } }, i);
console.log(busy.run(3000), busy.report().map((p) => p.cpu).join());
