// A Forth: outer interpreter, compiled words, control flow with a return stack, strings, memory, DOES>-like constants.
'use strict';

class ForthError extends Error {
  constructor(message, word) {
    super(message);
    this.name = 'ForthError';
    this.word = word;
  }
}

class Forth {
  #data = [];
  #returns = [];
  #memory = new Array(512).fill(0);
  #here = 0;
  #dictionary = new Map();
  #output = '';
  #compiling = null;
  #control = [];
  steps = 0;

  constructor(limit = 1_000_000) {
    this.limit = limit;
    const pop = () => {
      if (this.#data.length === 0) throw new ForthError('stack underflow', this.current);
      return this.#data.pop();
    };
    const push = (...values) => this.#data.push(...values);
    const binary = (f) => () => { const b = pop(), a = pop(); push(f(a, b) | 0); };
    const flag = (f) => binary((a, b) => (f(a, b) ? -1 : 0));
    const primitives = {
      '+': binary((a, b) => a + b), '-': binary((a, b) => a - b), '*': binary((a, b) => Math.imul(a, b)),
      '/': binary((a, b) => { if (b === 0) throw new ForthError('division by zero', '/'); return Math.trunc(a / b); }),
      mod: binary((a, b) => a % b), and: binary((a, b) => a & b), or: binary((a, b) => a | b), xor: binary((a, b) => a ^ b),
      lshift: binary((a, b) => a << b), rshift: binary((a, b) => a >>> b), max: binary(Math.max), min: binary(Math.min),
      '<': flag((a, b) => a < b), '>': flag((a, b) => a > b), '=': flag((a, b) => a === b), '0=': () => push(pop() === 0 ? -1 : 0),
      negate: () => push(-pop() | 0), invert: () => push(~pop()),
      dup: () => { const a = pop(); push(a, a); }, drop: () => { pop(); }, swap: () => { const b = pop(), a = pop(); push(b, a); },
      over: () => { const b = pop(), a = pop(); push(a, b, a); }, rot: () => { const c = pop(), b = pop(), a = pop(); push(b, c, a); },
      '?dup': () => { const a = pop(); push(a); if (a) push(a); }, depth: () => push(this.#data.length),
      '>r': () => this.#returns.push(pop()), 'r>': () => push(this.#returns.pop()), 'r@': () => push(this.#returns.at(-1)),
      i: () => push(this.#returns.at(-1)), j: () => push(this.#returns.at(-3)),
      '.': () => { this.#output += pop() + ' '; }, emit: () => { this.#output += String.fromCharCode(pop()); },
      cr: () => { this.#output += '\n'; }, space: () => { this.#output += ' '; }, '.s': () => { this.#output += `<${this.#data.length}> ${this.#data.join(' ')} `; },
      '@': () => push(this.#memory[pop()]), '!': () => { const at = pop(); this.#memory[at] = pop(); }, '+!': () => { const at = pop(); this.#memory[at] += pop(); },
      here: () => push(this.#here), allot: () => { this.#here += pop(); }, ',': () => { this.#memory[this.#here++] = pop(); },
    };
    for (const [name, run] of Object.entries(primitives)) this.#dictionary.set(name, { name, run });
    this.pop = pop;
    this.push = push;
  }

  #execute(word) {
    this.current = word.name;
    if (word.run) return word.run();
    const { code } = word;
    for (let pc = 0; pc < code.length; pc++) {
      if (++this.steps > this.limit) throw new ForthError('too many steps', word.name);
      const op = code[pc];
      switch (op.kind) {
        case 'call': this.#execute(op.word); break;
        case 'literal': this.push(op.value); break;
        case 'text': this.#output += op.value; break;
        case 'branch': pc = op.target - 1; break;
        case 'branch0': if (this.pop() === 0) pc = op.target - 1; break;
        case 'do': { const start = this.pop(), limit = this.pop(); this.#returns.push(limit, start); break; }
        case 'loop': {
          const step = op.plus ? this.pop() : 1;
          const next = this.#returns.pop() + step, limit = this.#returns.at(-1);
          if (step > 0 ? next < limit : next >= limit) { this.#returns.push(next); pc = op.target - 1; } else this.#returns.pop();
          break;
        }
        case 'exit': return;
      }
    }
  }

  #compile(token, tokens) {
    const { code } = this.#compiling;
    const emit = (op) => (code.push(op), op);
    switch (token) {
      case ';': this.#dictionary.set(this.#compiling.name, this.#compiling); this.#compiling = null; return;
      case 'if': this.#control.push(emit({ kind: 'branch0' })); return;
      case 'else': { const before = this.#control.pop(); this.#control.push(emit({ kind: 'branch' })); before.target = code.length; return; }
      case 'then': this.#control.pop().target = code.length; return;
      case 'begin': this.#control.push(code.length); return;
      case 'until': emit({ kind: 'branch0', target: this.#control.pop() }); return;
      case 'while': { const start = this.#control.pop(); this.#control.push(emit({ kind: 'branch0' }), start); return; }
      case 'repeat': emit({ kind: 'branch', target: this.#control.pop() }); this.#control.pop().target = code.length; return;
      case 'do': emit({ kind: 'do' }); this.#control.push(code.length); return;
      case 'loop': case '+loop': emit({ kind: 'loop', plus: token === '+loop', target: this.#control.pop() }); return;
      case 'exit': emit({ kind: 'exit' }); return;
      case 'recurse': emit({ kind: 'call', word: this.#compiling }); return;
      case '."': emit({ kind: 'text', value: tokens.textTo('"') }); return;
    }
    const word = this.#dictionary.get(token);
    if (word) emit({ kind: 'call', word });
    else if (/^-?\d+$/.test(token)) emit({ kind: 'literal', value: Number(token) });
    else throw new ForthError('unknown word', token);
  }

  run(source) {
    this.#output = '';
    const tokens = new Tokens(source);
    for (let token = tokens.next(); token !== null; token = tokens.next()) {
      const lower = token.toLowerCase();
      if (lower === '\\') { tokens.textTo('\n'); continue; }
      if (lower === '(') { tokens.textTo(')'); continue; }
      if (this.#compiling) { this.#compile(lower, tokens); continue; }
      if (lower === ':') { this.#compiling = { name: tokens.next().toLowerCase(), code: [] }; continue; }
      if (lower === 'variable') { const at = this.#here++; this.#dictionary.set(tokens.next().toLowerCase(), { name: 'var', run: () => this.push(at) }); continue; }
      if (lower === 'constant') { const value = this.pop(); this.#dictionary.set(tokens.next().toLowerCase(), { name: 'const', run: () => this.push(value) }); continue; }
      if (lower === '."') { this.#output += tokens.textTo('"'); continue; }
      const word = this.#dictionary.get(lower);
      if (word) this.#execute(word);
      else if (/^-?\d+$/.test(lower)) this.push(Number(lower));
      else throw new ForthError('unknown word', token);
    }
    return this.#output.trimEnd();
  }
}

class Tokens {
  #text; #at = 0;
  constructor(text) { this.#text = text; }
  next() {
    while (this.#at < this.#text.length && /\s/.test(this.#text[this.#at])) this.#at++;
    if (this.#at >= this.#text.length) return null;
    const start = this.#at;
    while (this.#at < this.#text.length && !/\s/.test(this.#text[this.#at])) this.#at++;
    return this.#text.slice(start, this.#at);
  }
  textTo(mark) {
    const end = this.#text.indexOf(mark, this.#at);
    const stop = end < 0 ? this.#text.length : end;
    const text = this.#text.slice(this.#at + 1, stop);
    this.#at = stop + 1;
    return text;
  }
}

const forth = new Forth();
console.log(forth.run('1 2 3 .s + * . 7 2 mod . -7 2 / .'));
console.log(forth.run(': square dup * ; : cube dup square * ; 5 square . 3 cube .'));
console.log(forth.run(': fact dup 1 > if dup 1 - recurse * else drop 1 then ; 10 fact . : facts 5 0 do i fact . loop ; facts'));
console.log(forth.run(': gcd begin ?dup while swap over mod repeat ; 1071 462 gcd . 17 5 gcd .'));
console.log(forth.run(': stars 0 do 42 emit loop ; : triangle 1 + 1 do i stars cr loop ; 4 triangle'));
console.log(forth.run(`
  variable total  200 constant size  variable flags
  here flags ! size allot
  : flag ( i -- address ) flags @ + ;
  : strike ( step -- ) dup dup + begin dup size < while 0 over flag ! over + repeat drop drop ;
  : sieve ( -- n ) 0 total !
    size 0 do 1 i flag ! loop
    size 2 do i flag @ if 1 total +! i strike then loop total @ ;
  sieve .`), forth.run(': show size 2 do i flag @ if i . then loop ; show'));
console.log(forth.run(`
  : collatz ( n -- steps ) 0 swap begin dup 1 > while dup 2 mod if 3 * 1 + else 2 / then swap 1 + swap repeat drop ;
  variable best variable length
  : longest ( limit -- ) 0 length ! 1 do i collatz dup length @ > if length ! i best ! else drop then loop ;
  400 longest best @ . length @ .`));
console.log(forth.run(': nested 3 0 do 3 0 do j 10 * i + . loop loop ; nested'));
console.log(forth.run(': down 0 10 do i . -3 +loop ; down ." done" cr'));
console.log(forth.run(': classify dup 0 < if drop ." negative" exit then 0= if ." zero" else ." positive" then ; 5 classify space 0 classify space -5 classify'));
for (const bad of ['1 0 /', '+', 'frobnicate', ': forever begin 0 until ; forever', ': x if']) {
  try {
    new Forth(20_000).run(bad);
    console.log('no error');
  } catch (e) {
    console.log(`${e.name}: ${e.message} (${e.word})`, e instanceof ForthError, e instanceof Error);
  }
}
console.log(forth.steps > 10000);
