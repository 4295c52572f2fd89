// Constructors that optimized code inlines and allocates for: what they rely on changes while they are hot.

class Base {
  tag = "base";
  constructor(x) {
    this.x = x;
    this.target = new.target.name;
  }
  value() {
    return this.x;
  }
}
class Middle extends Base {}
class Leaf extends Middle {
  #hidden = 7;
  extra = this.x * 2;
  constructor(x, y) {
    super(x + 1);
    this.y = y;
  }
  value() {
    return super.value() + this.y + this.#hidden + this.extra;
  }
}
class Plain extends Leaf {}

function sum(n) {
  let total = 0;
  for (let i = 0; i < n; i++) {
    total += new Leaf(i, 1).value() + new Middle(i).value() + new Plain(i, 2).value();
  }
  return total;
}
console.log(sum(400));
console.log(new Plain(1, 2).target, new Middle(1).target, new Plain(1, 2) instanceof Base, Object.keys(new Plain(1, 2)).join());

// A function's prototype is replaced between calls.
function Point(x) {
  this.x = x;
}
Point.prototype.get = function () {
  return this.x;
};
const seen = [];
function points(n) {
  let total = 0;
  for (let i = 0; i < n; i++) {
    const p = new Point(i);
    total += p.get();
  }
  return total;
}
seen.push(points(500));
Point.prototype = { get() { return -this.x; } };
seen.push(points(500));
seen.push(points(500));
console.log(seen.join());

// A class gets another parent.
class Other {
  constructor(x) {
    this.other = x;
  }
}
function middles(n) {
  let found = "";
  for (let i = 0; i < n; i++) {
    const m = new Middle(i);
    if (i === n - 1) found = Object.keys(m).join() + ":" + (m instanceof Base);
  }
  return found;
}
console.log(middles(500));
Object.setPrototypeOf(Middle, Other);
console.log(middles(500));
Object.setPrototypeOf(Middle, Base);
console.log(middles(500));

// Results that are objects replace this; others do not; derived ones may not return a primitive.
const shared = { shared: true };
class Odd {
  constructor(i) {
    this.i = i;
    if (i % 100 === 99) return shared;
  }
}
class Wrong extends Base {
  constructor(i) {
    super(i);
    if (i === 450) return 1;
  }
}
function odd(n) {
  let count = 0;
  let error = "none";
  for (let i = 0; i < n; i++) {
    if (new Odd(i).shared) count++;
    try {
      new Wrong(i);
    } catch (e) {
      error = e.constructor.name + " at " + i;
    }
  }
  return count + " " + error;
}
console.log(odd(500));

// new.target from Reflect.construct, and a constructor that throws in the middle.
class Thrower extends Base {
  constructor(i) {
    super(i);
    if (i % 50 === 49) throw new RangeError("at " + i);
    this.done = true;
  }
}
function throwing(n) {
  const log = [];
  for (let i = 0; i < n; i++) {
    try {
      const made = i % 7 === 0 ? Reflect.construct(Thrower, [i], Odd) : new Thrower(i);
      if (i % 140 === 0) log.push(made.target + (made instanceof Odd));
    } catch (e) {
      log.push(e.message);
    }
  }
  return log.join();
}
console.log(throwing(300));

// Several constructors at one place, one of them no constructor at last.
const makers = [Base, Middle, Odd, Point, Leaf, Map, Date];
function mixed(n, list) {
  const counts = {};
  for (let i = 0; i < n; i++) {
    const C = list[i % list.length];
    const made = new C(i, i);
    counts[made.constructor.name] = (counts[made.constructor.name] || 0) + 1;
  }
  return JSON.stringify(counts);
}
console.log(mixed(400, makers.slice(0, 3)));
console.log(mixed(400, [Base, Odd]));
try {
  mixed(10, [Base, () => 1]);
} catch (e) {
  console.log(e.constructor.name);
}
