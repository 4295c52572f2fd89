// The order in which promises, async functions and timers run.
const log = (...args) => console.log(...args);

async function steps(name, count) {
  log(name, "starts");
  for (let i = 0; i < count; i++) log(name, i, await i);
  return name + " done";
}
steps("a", 3).then(log);
steps("b", 2).then(log, log);
Promise.resolve()
  .then(() => log("tick 1"))
  .then(() => log("tick 2"))
  .then(() => Promise.resolve("inner"))
  .then((v) => log("tick 6", v));
queueMicrotask(() => log("microtask"));
setTimeout((x, y) => log("timeout", x, y), 1, "x", "y");
setTimeout(() => {
  log("timeout 2");
  queueMicrotask(() => log("microtask of timeout 2"));
}, 1);
setTimeout(() => log("timeout 3"), 2);
const never = setTimeout(() => log("never"), 1);
clearTimeout(never);
let rounds = 0;
const interval = setInterval(() => {
  log("interval", ++rounds);
  if (rounds === 3) clearInterval(interval);
}, 8);

// Errors: through await, finally, and rejections that are handled in time.
async function failing(how) {
  try {
    if (how === "throw") throw new RangeError("thrown");
    if (how === "await") await Promise.reject(new TypeError("rejected"));
    if (how === "thenable") await { then: (_, no) => no("thenable says no") };
    return await { then: (yes) => yes("thenable says yes") };
  } catch (e) {
    log("caught", how, String(e));
    throw e;
  } finally {
    await null;
    log("finally", how);
  }
}
for (const how of ["throw", "await", "thenable", "none"]) {
  failing(how).then(
    (v) => log(how, "gave", v),
    (e) => log(how, "failed", String(e)),
  );
}
(async (x = log("a default that fails", missing.y)) => x)().catch((e) => log(e.name));
var missing;

// What resolves how, and what the combinators give.
const settled = [Promise.resolve(1), Promise.reject(2), 3, new Promise((r) => setTimeout(r, 3, 4))];
Promise.all([1, settled[0], settled[3]]).then((v) => log("all", v));
Promise.all(settled).catch((v) => log("all fails", v));
Promise.allSettled(settled).then((v) => log("allSettled", v));
Promise.any([settled[1], settled[3]]).then((v) => log("any", v));
Promise.any([settled[1]]).catch((e) => log("any fails", e.constructor.name, e.errors));
Promise.race(settled).then((v) => log("race", v));
Promise.resolve(1)
  .finally(() => Promise.reject("finally wins"))
  .catch(log);
const { promise, resolve } = (() => {
  let resolve;
  const promise = new Promise((r) => (resolve = r));
  return { promise, resolve };
})();
resolve(promise);
promise.catch((e) => log(e.message));
log(Promise.resolve(settled[0]) === settled[0], settled, new Promise(() => {}));

// Subclasses and species.
class Traced extends Promise {
  static get [Symbol.species]() {
    return Promise;
  }
}
const traced = new Traced((r) => r("t"));
log(traced, traced.then() instanceof Traced, Traced.resolve(1) instanceof Traced, Traced.resolve(traced) === traced);

// Async arrows keep this; methods and classes have them too.
class Account {
  #balance = 1;
  async add(n) {
    const later = async () => {
      await n;
      return (this.#balance += n);
    };
    return await later();
  }
  static async *history(...accounts) {
    for (const account of accounts) yield account.add(10);
  }
}
(async () => {
  const account = new Account();
  log(await Promise.all([account.add(1), account.add(2)]));
  for await (const balance of Account.history(account, account)) log("balance", balance);
})();
log(steps, async () => {}, Account.history, "end of text");
