// The protocol of generators: what goes in, what comes out, and what runs on the way out.
function* echo(count) {
  let received = [];
  try {
    for (let i = 0; i < count; i++) received.push(yield i);
    return received;
  } finally {
    console.log("finally", received.length);
  }
}
let it = echo(3);
console.log(it.next("lost"), it.next("a"), it.next("b"), it.next("c"), it.next());
it = echo(3);
console.log(it.return("early"), it.next());
it = echo(3);
it.next();
console.log(it.return("late"), it.next());
it = echo(3);
it.next();
try {
  it.throw(new Error("in"));
} catch (e) {
  console.log(e.message, it.next());
}

// Yields in every corner of expressions, with arguments and this kept.
const object = {
  base: 10,
  *method(a, b = a * 2, ...rest) {
    const sum = (yield a) + (yield b) * this.base + [yield rest.length, ...(yield rest)].length;
    return `${yield sum} ${arguments.length} ${typeof (yield)}`;
  },
};
it = object.method(1, undefined, 3, 4);
for (let r = it.next(), i = 1; ; r = it.next(i % 4 === 0 ? [i, i] : i), i++) {
  console.log(r);
  if (r.done) break;
}

// finally blocks that yield, and that change how the generator ends.
function* stubborn() {
  for (;;) {
    try {
      yield 1;
    } finally {
      yield "cleaning";
      break;
    }
  }
  return "own";
}
it = stubborn();
console.log(it.next(), it.return("asked"), it.next(), it.next());
function* nested() {
  try {
    try {
      yield 1;
    } finally {
      yield "inner";
    }
  } catch (e) {
    yield "caught " + e;
  } finally {
    yield "outer";
  }
}
it = nested();
console.log(it.next(), it.throw("x"), it.next(), it.return(5), it.next());

// yield* hands everything to the inner iterator.
function* outer() {
  const result = yield* echo(2);
  console.log("inner gave", result);
  yield* [10, 20];
  yield* "ab";
  return "done";
}
console.log([...outer()]);
it = outer();
it.next();
console.log(it.return("through"));
const noThrow = {
  [Symbol.iterator]() {
    return this;
  },
  next() {
    return { value: 1, done: false };
  },
  return() {
    console.log("closed");
    return {};
  },
};
it = (function* () {
  yield* noThrow;
})();
it.next();
try {
  it.throw(1);
} catch (e) {
  console.log(e instanceof TypeError, it.next());
}

// Loops, destructuring and spread close what they leave.
function* naturals() {
  try {
    for (let n = 0; ; n++) yield n;
  } finally {
    console.log("closed naturals");
  }
}
for (const n of naturals()) if (n === 3) break;
const [a, , b] = naturals();
console.log(a, b, Math.max(...echo(4)));
label: for (const x of naturals()) {
  for (const y of naturals()) {
    if (y > x) continue label;
    if (x === 1) break label;
  }
}

// A generator is not re-entered, and knows what it is.
const self = (function* () {
  try {
    self.next();
  } catch (e) {
    yield e.message;
  }
})();
console.log(self.next().value, self[Symbol.iterator]() === self, String(self));
console.log(Object.getPrototypeOf(echo).constructor.name, echo.prototype.constructor, "prototype" in object.method);
try {
  new echo();
} catch (e) {
  console.log(e.constructor.name);
}

// Parameters are evaluated at the call; the body is not.
const log = [];
function* late(p = log.push("parameter")) {
  log.push("body");
}
const pending = late();
log.push("made");
pending.next();
console.log(log.join());
try {
  (function* ({ a }) {})();
} catch (e) {
  console.log(e instanceof TypeError);
}

// Deep recursion through yield*, and many generators at once.
function* tree(depth) {
  if (depth > 0) {
    yield* tree(depth - 1);
    yield depth;
    yield* tree(depth - 1);
  }
}
let sum = 0;
for (const value of tree(10)) sum += value;
console.log(sum);
const many = Array.from({ length: 500 }, (_, i) => echo(i % 7));
let alive = many.length;
for (let round = 0; alive > 0 && round < 10; round++) {
  alive = many.filter((g) => !g.next({ round }).done).length;
  console.log(round, alive);
}
