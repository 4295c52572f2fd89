// A bank with accounts as a class hierarchy, transactions that roll back, standing orders, interest, an audit log and statements.
class InsufficientFunds extends Error { constructor(account, needed) { super(`${account.id} lacks ${(needed / 100).toFixed(2)}`); this.name = this.constructor.name; this.needed = needed; } }
class Money { static format(cents, { sign = false } = {}) { const s = Math.abs(cents).toString().padStart(3, '0'); return (cents < 0 ? '-' : sign ? '+' : '') + s.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',') + '.' + s.slice(-2); } }
class Account {
  static #count = 0; #balance = 0; #entries = [];
  constructor(owner) { this.owner = owner; this.id = `${this.constructor.prefix}${String(++Account.#count).padStart(3, '0')}`; }
  static prefix = 'A'; get balance() { return this.#balance; } get available() { return this.#balance; }
  apply(amount, text, day) { if (!Number.isInteger(amount)) throw new TypeError(`not cents: ${amount}`); if (amount < 0 && this.available < -amount) throw new InsufficientFunds(this, -amount - this.available); this.#balance += amount; this.#entries.push(Object.freeze({ day, amount, text, balance: this.#balance })); }
  snapshot() { const b = this.#balance, n = this.#entries.length; return () => { this.#balance = b; this.#entries.length = n; }; }
  endOfMonth() {} *statement(from = 0) { for (const { day, amount, text, balance } of this.#entries) if (day >= from) yield `${String(day).padStart(3)} ${text.padEnd(22)} ${Money.format(amount, { sign: true }).padStart(12)} ${Money.format(balance).padStart(12)}`; }
  toJSON() { return { id: this.id, owner: this.owner, balance: this.#balance, entries: this.#entries.length }; }
}
class Current extends Account { static prefix = 'C'; constructor(owner, limit) { super(owner); this.limit = limit; } get available() { return super.available + this.limit; } endOfMonth(day) { if (this.balance < 0) this.apply(-Math.min(this.available, Math.ceil(-this.balance * 0.01)), 'overdraft interest', day); } }
class Savings extends Account { static prefix = 'S'; #rate; #taken = 0; constructor(owner, rate) { super(owner); this.#rate = rate; } apply(amount, text, day) { if (amount < 0 && ++this.#taken > 3) { this.#taken--; throw new RangeError(`${this.id} allows 3 withdrawals`); } super.apply(amount, text, day); } endOfMonth(day) { const i = Math.floor((this.balance * this.#rate) / 12); if (i > 0) this.apply(i, 'interest', day); this.#taken = 0; } }
class Bank {
  accounts = new Map(); #orders = []; day = 0; audit = [];
  open(account, deposit = 0) { this.accounts.set(account.id, account); if (deposit) account.apply(deposit, 'opening deposit', this.day); return account; }
  transaction(text, work) { const undo = [...this.accounts.values()].map((a) => a.snapshot()); try { const r = work(); this.audit.push(`ok ${text}`); return r; } catch (e) { undo.forEach((u) => u()); this.audit.push(`failed ${text}: ${e.message}`); return e; } }
  transfer(from, to, amount, text = `to ${to.id}`) { return this.transaction(`${text} ${amount}`, () => { to.apply(amount, `from ${from.id}`, this.day); from.apply(-amount, text, this.day); return true; }); }
  every(days, action) { this.#orders.push({ days, action }); }
  advance(days) { for (; days > 0; days--) { this.day++; for (const o of this.#orders) if (this.day % o.days === 0) o.action(this.day); if (this.day % 30 === 0) for (const a of this.accounts.values()) a.endOfMonth(this.day); } }
}
const bank = new Bank(), ann = bank.open(new Current('Ann', 50000), 120000), bob = bank.open(new Current('Bob', 0), 5000), save = bank.open(new Savings('Ann', 0.03), 1000000);
bank.every(30, () => bank.transfer(ann, bob, 45000, 'rent')); bank.every(7, (d) => bank.transfer(bob, save, 1500 + d)); bank.every(20, () => bank.transfer(save, ann, 20000, 'allowance'));
bank.advance(100);
console.log(bank.transfer(bob, ann, 10 ** 7).message, bank.transfer(ann, bob, 1.5).message, bank.transfer(bob, bob, 100));
console.log([...ann.statement(60)].join('\n'));
console.log(JSON.stringify([...bank.accounts.values()]), [...bank.accounts.values()].reduce((s, a) => s + a.balance, 0));
console.log(bank.audit.filter((l) => l.startsWith('failed')).slice(0, 4), bank.audit.length, [0, 5, -5, 123456789, -100000].map((c) => Money.format(c)));
for (let i = 0; i < 5; i++) bank.transfer(save, bob, 10); console.log(bank.audit.at(-1), bob, bank.day);
