// Accounts, transfers with rollback, interest, and an audit by replaying the log.
class InsufficientFunds extends Error { constructor(need, have) { super(`need ${need}, have ${have}`); this.short = need - have; } }
class Account { #balance = 0; constructor(id) { this.id = id; } get balance() { return this.#balance; } deposit(n) { if (!(n > 0)) throw new RangeError("bad amount " + n); this.#balance += n; } withdraw(n) { if (n > this.#balance) throw new InsufficientFunds(n, this.#balance); this.#balance -= n; } }
class Savings extends Account { constructor(id, rate) { super(id); this.rate = rate; } accrue() { const i = Math.floor(this.balance * this.rate); if (i > 0) this.deposit(i); return i; } }
class Bank {
  accounts = new Map(); log = [];
  open(a) { this.accounts.set(a.id, a); return a; }
  transfer(from, to, n) { const a = this.accounts.get(from), b = this.accounts.get(to); if (!a || !b) throw new ReferenceError("no account " + (a ? to : from)); a.withdraw(n); try { b.deposit(n); } catch (e) { a.deposit(n); throw e; } this.log.push([from, to, n]); }
  get total() { let t = 0; for (const a of this.accounts.values()) t += a.balance; return t; }
}
const bank = new Bank();
for (let i = 0; i < 10; i++) bank.open(i % 3 ? new Account("a" + i) : new Savings("a" + i, 0.01)).deposit(1000 * (i + 1));
const start = bank.total, errors = {};
let seed = 5, interest = 0;
for (let i = 0; i < 800; i++) { seed = (seed * 48271) % 2147483647; try { bank.transfer("a" + (seed % 11), "a" + ((seed >> 5) % 10), (seed >> 9) % 3000); } catch (e) { errors[e.constructor.name] = (errors[e.constructor.name] || 0) + 1; } if (i % 200 === 199) for (const a of bank.accounts.values()) interest += a.accrue?.() ?? 0; }
console.log(JSON.stringify(errors), bank.log.length, bank.total - start === interest, interest);
console.log([...bank.accounts.values()].map((a) => a.id + "=" + a.balance).join(" "));
const flow = {};
for (const [from, to, n] of bank.log) { flow[from] = (flow[from] || 0) - n; flow[to] = (flow[to] || 0) + n; }
console.log(Object.keys(flow).sort().map((k) => flow[k]).reduce((a, b) => a + b), Object.keys(flow).length);
