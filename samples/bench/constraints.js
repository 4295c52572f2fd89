// One-way constraints between variables, solved by strength: a small class hierarchy with virtual methods and plans.

class Strength {
  constructor(value, name) {
    this.value = value;
    this.name = name;
  }
  isStronger(other) { return this.value < other.value; }
  static weaker(a, b) { return a.value > b.value ? a : b; }
}
const REQUIRED = new Strength(0, "required");
const STRONG = new Strength(2, "strong");
const NORMAL = new Strength(4, "normal");
const WEAKEST = new Strength(6, "weakest");

class List {
  constructor() { this.items = []; }
  add(item) { this.items.push(item); }
  at(i) { return this.items[i]; }
  size() { return this.items.length; }
  takeFirst() { return this.items.length === 0 ? null : this.items.pop(); }
  remove(item) {
    let to = 0;
    for (let i = 0; i < this.items.length; i++) {
      if (this.items[i] !== item) this.items[to++] = this.items[i];
    }
    while (this.items.length > to) this.items.pop();
  }
}

class Variable {
  constructor(name, value) {
    this.name = name;
    this.value = value;
    this.constraints = new List();
    this.by = null;
    this.mark = 0;
    this.strength = WEAKEST;
    this.stay = true;
  }
}

class Constraint {
  constructor(strength) { this.strength = strength; }
  attach() {
    this.link();
    let overridden = this.satisfy(++planner.mark);
    while (overridden !== null) overridden = overridden.satisfy(planner.mark);
  }
  destroy() {
    if (this.isSatisfied()) planner.retract(this);
    this.unlink();
  }
  satisfy(mark) {
    this.choose(mark);
    if (!this.isSatisfied()) return null;
    this.markInputs(mark);
    const out = this.output();
    const overridden = out.by;
    if (overridden !== null) overridden.forget();
    out.by = this;
    planner.propagate(this, mark);
    out.mark = mark;
    return overridden;
  }
  isInput() { return false; }
}

class Unary extends Constraint {
  constructor(variable, strength) {
    super(strength);
    this.variable = variable;
    this.satisfied = false;
    this.attach();
  }
  link() { this.variable.constraints.add(this); }
  unlink() { this.variable.constraints.remove(this); }
  choose(mark) {
    this.satisfied = this.variable.mark !== mark && this.strength.isStronger(this.variable.strength);
  }
  isSatisfied() { return this.satisfied; }
  markInputs() {}
  inputsKnown() { return true; }
  output() { return this.variable; }
  forget() { this.satisfied = false; }
  recalculate() {
    this.variable.strength = this.strength;
    this.variable.stay = !this.isInput();
    if (this.variable.stay) this.execute();
  }
}
class Stay extends Unary { execute() {} }
class Edit extends Unary {
  isInput() { return true; }
  execute() {}
}

class Binary extends Constraint {
  constructor(from, to, strength) {
    super(strength);
    this.from = from;
    this.to = to;
    this.direction = 0;
    this.prepare();
    this.attach();
  }
  prepare() {}
  link() {
    this.from.constraints.add(this);
    this.to.constraints.add(this);
  }
  unlink() {
    this.from.constraints.remove(this);
    this.to.constraints.remove(this);
  }
  choose(mark) {
    if (this.from.mark === mark) {
      this.direction = this.to.mark !== mark && this.strength.isStronger(this.to.strength) ? 1 : 0;
    } else if (this.to.mark === mark) {
      this.direction = this.strength.isStronger(this.from.strength) ? -1 : 0;
    } else if (this.from.strength.value > this.to.strength.value) {
      this.direction = this.strength.isStronger(this.from.strength) ? -1 : 0;
    } else {
      this.direction = this.strength.isStronger(this.to.strength) ? 1 : 0;
    }
  }
  isSatisfied() { return this.direction !== 0; }
  markInputs(mark) { this.input().mark = mark; }
  input() { return this.direction > 0 ? this.from : this.to; }
  output() { return this.direction > 0 ? this.to : this.from; }
  inputsKnown(mark) {
    const input = this.input();
    return input.mark === mark || input.stay || input.by === null;
  }
  forget() { this.direction = 0; }
  recalculate() {
    const input = this.input();
    const out = this.output();
    out.strength = Strength.weaker(this.strength, input.strength);
    out.stay = input.stay;
    if (out.stay) this.execute();
  }
}
class Equal extends Binary {
  execute() { this.output().value = this.input().value; }
}
class Scale extends Binary {
  prepare() {
    this.factor = 3;
    this.offset = 7;
  }
  execute() {
    if (this.direction > 0) this.to.value = this.from.value * this.factor + this.offset;
    else this.from.value = (this.to.value - this.offset) / this.factor;
  }
}

class Planner {
  constructor() { this.mark = 0; }
  propagate(constraint, mark) {
    const todo = new List();
    todo.add(constraint);
    for (let next = todo.takeFirst(); next !== null; next = todo.takeFirst()) {
      next.recalculate();
      this.consumers(next.output(), todo);
    }
    return mark;
  }
  consumers(variable, into) {
    const by = variable.by;
    const all = variable.constraints;
    for (let i = 0; i < all.size(); i++) {
      const constraint = all.at(i);
      if (constraint !== by && constraint.isSatisfied()) into.add(constraint);
    }
  }
  retract(constraint) {
    const out = constraint.output();
    constraint.forget();
    out.by = null;
    out.strength = WEAKEST;
    out.stay = true;
    const todo = new List();
    todo.add(out);
    const open = new List();
    for (let v = todo.takeFirst(); v !== null; v = todo.takeFirst()) {
      for (let i = 0; i < v.constraints.size(); i++) {
        const c = v.constraints.at(i);
        if (!c.isSatisfied()) open.add(c);
        else if (c !== v.by) {
          c.recalculate();
          todo.add(c.output());
        }
      }
    }
    for (let i = 0; i < open.size(); i++) {
      let overridden = open.at(i).satisfy(++this.mark);
      while (overridden !== null) overridden = overridden.satisfy(this.mark);
    }
  }
  plan(sources) {
    const mark = ++this.mark;
    const plan = new List();
    const todo = sources;
    for (let c = todo.takeFirst(); c !== null; c = todo.takeFirst()) {
      if (c.output().mark !== mark && c.inputsKnown(mark)) {
        plan.add(c);
        c.output().mark = mark;
        this.consumers(c.output(), todo);
      }
    }
    return plan;
  }
}
let planner = new Planner();

function change(variable, value) {
  const edit = new Edit(variable, STRONG);
  const sources = new List();
  sources.add(edit);
  const plan = planner.plan(sources);
  for (let i = 0; i < 10; i++) {
    variable.value = value;
    for (let k = 0; k < plan.size(); k++) plan.at(k).execute();
  }
  edit.destroy();
}

function work() {
  planner = new Planner();
  const chain = [];
  for (let i = 0; i < 100; i++) chain.push(new Variable("v" + i, i));
  for (let i = 0; i < 50; i++) new Equal(chain[i], chain[i + 1], REQUIRED);
  for (let i = 50; i < 55; i++) new Scale(chain[i], chain[i + 1], REQUIRED);
  new Stay(chain[55], NORMAL);
  let sum = 0;
  for (let value = 0; value < 12; value++) {
    change(chain[0], value);
    sum += chain[50].value + chain[55].value;
  }
  return sum;
}

const EXPECTED = 26268;
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
console.log("constraints", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
