// Cooperative tasks as generators: a scheduler that resumes them, channels between them, pipelines by yield*.
class Channel {
  constructor() { this.items = []; this.closed = false; }
  send(x) { this.items.push(x); }
  get ready() { return this.items.length > 0; }
  take() { return this.items.shift(); }
}
function* producer(channel, n) {
  for (let i = 0; i < n; i++) {
    channel.send(i);
    yield;
  }
  channel.closed = true;
}
function* receive(channel) {
  while (!channel.ready) {
    if (channel.closed) return undefined;
    yield;
  }
  return channel.take();
}
function* worker(input, output, f) {
  for (;;) {
    const x = yield* receive(input);
    if (x === undefined) break;
    output.send(f(x));
  }
  output.closed = true;
}
function* collector(input, sink) {
  for (let x = yield* receive(input); x !== undefined; x = yield* receive(input)) sink.sum = (sink.sum * 7 + x) % 1000003;
}
class Scheduler {
  constructor() { this.tasks = []; this.steps = 0; }
  spawn(task) { this.tasks.push(task); }
  run() {
    while (this.tasks.length > 0) {
      const next = [];
      for (const task of this.tasks) {
        this.steps++;
        if (!task.next().done) next.push(task);
      }
      this.tasks = next;
    }
  }
}
function work() {
  const sink = { sum: 0 };
  const scheduler = new Scheduler();
  const a = new Channel(), b = new Channel(), c = new Channel();
  scheduler.spawn(producer(a, 150));
  scheduler.spawn(worker(a, b, (x) => x * 3 + 1));
  scheduler.spawn(worker(b, c, (x) => (x ^ 85) & 1023));
  scheduler.spawn(collector(c, sink));
  scheduler.run();
  return sink.sum * 10000 + scheduler.steps;
}

const EXPECTED = 2341200604;
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
console.log("coroutines", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
