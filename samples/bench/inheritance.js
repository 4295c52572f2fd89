// Inheritance by prototypes and calls of constructors, bound handlers, apply with arguments, events.
function Emitter() { this.handlers = {}; }
Emitter.prototype.on = function (name, handler) { (this.handlers[name] || (this.handlers[name] = [])).push(handler); return this; };
Emitter.prototype.emit = function (name, a, b) {
  const list = this.handlers[name];
  if (!list) return 0;
  for (let i = 0; i < list.length; i++) list[i].apply(this, [a, b]);
  return list.length;
};
function Account(owner, balance) { Emitter.call(this); this.owner = owner; this.balance = balance; }
Account.prototype = Object.create(Emitter.prototype);
Account.prototype.constructor = Account;
Account.prototype.add = function (amount) { this.balance += amount; return this.emit("change", amount, this.balance); };
function Savings(owner, balance, rate) { Account.call(this, owner, balance); this.rate = rate; }
Savings.prototype = Object.create(Account.prototype);
Savings.prototype.constructor = Savings;
Savings.prototype.add = function (amount) { return Account.prototype.add.call(this, amount + amount * this.rate); };
function Audit() { this.seen = 0; this.total = 0; }
Audit.prototype.note = function (amount) { this.seen++; this.total = (this.total + amount) % 100003; };
function max() { let m = -Infinity; for (let i = 0; i < arguments.length; i++) if (arguments[i] > m) m = arguments[i]; return m; }
function work() {
  const audit = new Audit();
  const note = audit.note.bind(audit);
  const accounts = [];
  for (let i = 0; i < 20; i++) {
    const account = i % 3 === 0 ? new Savings("s" + i, i * 10, 0.5) : new Account("a" + i, i * 5);
    account.on("change", note).on("change", function (amount) { if (this instanceof Savings) audit.seen++; });
    accounts.push(account);
  }
  let calls = 0;
  for (let round = 0; round < 30; round++) {
    for (const account of accounts) calls += account.add((round * 7 + account.owner.length) % 11);
  }
  const balances = accounts.map((a) => a.balance);
  return audit.seen * 1e6 + audit.total + calls + Math.floor(max.apply(null, balances)) + Array.prototype.slice.call(balances, 2, 5).length;
}

const EXPECTED = 810005137;
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
console.log("inheritance", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
