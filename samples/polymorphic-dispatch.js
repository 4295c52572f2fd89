// An expression tree and its interpreter: the same method name on many classes.
//
// Watch: `this.left.evaluate(…)` and `this.right.evaluate(…)` in Sum see numbers, variables and products:
// three shapes in one inline cache, tested one after the other, each with its own target. `evaluate` of
// Variable calls nothing and is inlined easily. Then the same tree is turned into closures: every sum has
// its own closure with its own context, but all of them share one function and so its feedback, and their
// calls are polymorphic too. Compare the time of both halves in the Timeline.

class Num {
  constructor(value) {
    this.value = value;
  }
  evaluate() {
    return this.value;
  }
  compile() {
    const value = this.value;
    return () => value;
  }
}

class Variable {
  constructor(index) {
    this.index = index;
  }
  evaluate(env) {
    return env[this.index];
  }
  compile() {
    const index = this.index;
    return (env) => env[index];
  }
}

class Sum {
  constructor(left, right) {
    this.left = left;
    this.right = right;
  }
  evaluate(env) {
    return (this.left.evaluate(env) + this.right.evaluate(env)) | 0;
  }
  compile() {
    const left = this.left.compile();
    const right = this.right.compile();
    return (env) => (left(env) + right(env)) | 0;
  }
}

class Product {
  constructor(left, right) {
    this.left = left;
    this.right = right;
  }
  evaluate(env) {
    return Math.imul(this.left.evaluate(env), this.right.evaluate(env));
  }
  compile() {
    const left = this.left.compile();
    const right = this.right.compile();
    return (env) => Math.imul(left(env), right(env));
  }
}

class Conditional {
  constructor(test, yes, no) {
    this.test = test;
    this.yes = yes;
    this.no = no;
  }
  evaluate(env) {
    return this.test.evaluate(env) > 0 ? this.yes.evaluate(env) : this.no.evaluate(env);
  }
  compile() {
    const test = this.test.compile();
    const yes = this.yes.compile();
    const no = this.no.compile();
    return (env) => (test(env) > 0 ? yes(env) : no(env));
  }
}

const x = new Variable(0);
const y = new Variable(1);
const tree = new Conditional(
  new Sum(x, new Num(-500)),
  new Sum(new Product(x, x), new Product(new Num(3), y)),
  new Sum(new Product(y, new Sum(x, y)), new Num(7)),
);

function drive(evaluate, n) {
  let sum = 0;
  const env = [0, 0];
  for (let i = 0; i < n; i++) {
    env[0] = i % 1000;
    env[1] = i % 77;
    sum = (sum + evaluate(env)) | 0;
  }
  return sum;
}

console.log(drive((env) => tree.evaluate(env), 4_000_000));
console.log(drive(tree.compile(), 4_000_000));
