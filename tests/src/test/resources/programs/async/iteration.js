// Async generators and for await: queues of requests, delegation, closing.
const log = (...args) => console.log(...args);

async function* source(name, count) {
  try {
    for (let i = 0; i < count; i++) {
      const sent = yield i;
      if (sent !== undefined) log(name, "got", sent);
    }
    return name + " returned";
  } finally {
    await null;
    log(name, "closed");
  }
}

async function main() {
  // Requests queue up while the body runs.
  let it = source("queue", 2);
  log(await Promise.all([it.next("lost"), it.next("a"), it.next("b"), it.next("c")]));
  it = source("return", 5);
  log(await Promise.all([it.next(), it.return("r"), it.next()]));
  it = source("unstarted", 5);
  log(await it.return(Promise.resolve("awaited")), await it.next());
  it = source("throw", 5);
  await it.next();
  await it.throw(new Error("in")).catch((e) => log("out", e.message));
  await source("never begun", 1).throw("early").catch((e) => log(e));

  // for await closes, and takes sync iterators of promises.
  for await (const x of source("loop", 9)) if (x === 2) break;
  try {
    for await (const x of source("throwing", 9)) throw "stop " + x;
  } catch (e) {
    log(e);
  }
  const returned = await (async () => {
    for await (const x of source("function", 9)) if (x) return x;
  })();
  log("returned", returned);
  for await (const x of [1, Promise.resolve(2), { then: (r) => r(3) }]) log("element", x);
  try {
    for await (const x of [Promise.reject("bad element")]) log(x);
  } catch (e) {
    log(e);
  }
  const sync = {
    [Symbol.iterator]: () => ({
      next: () => ({ value: Promise.reject("rejected value"), done: false }),
      return: () => ({}),
    }),
  };
  try {
    for await (const _ of sync);
  } catch (e) {
    log(e);
  }

  // yield* over both kinds.
  async function* all() {
    const value = yield* source("inner", 2);
    log("value", value);
    yield* ["x", Promise.resolve("y")];
    try {
      yield Promise.reject("yielded rejection");
    } catch (e) {
      yield "caught " + e;
    }
    return "all done";
  }
  const collected = [];
  it = all();
  for (let r = await it.next(); !r.done; r = await it.next("s")) collected.push(r.value);
  log(collected);
  it = all();
  await it.next();
  log(await it.return("through"));

  // Destructuring and labels in the loop's head.
  outer: for await (const { a, b: [c = "none"] = [] } of [{ a: 1 }, { a: 2, b: [5] }]) {
    for await (const d of source("labelled", 3)) {
      log(a, c, d);
      if (d === 1) continue outer;
    }
  }
  const functions = [];
  for await (const n of source("closures", 3)) functions.push(() => n);
  log(functions.map((f) => f()));
  log(Object.prototype.toString.call(it), it[Symbol.asyncIterator]() === it, typeof it[Symbol.iterator]);
}
main().then(() => log("end"), (e) => log("failed", e));
