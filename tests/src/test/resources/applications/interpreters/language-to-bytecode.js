// A small language: lexer, Pratt parser, compiler to bytecode with closures and upvalues, a stack machine, errors with lines.
'use strict';
const OP = Object.freeze(Object.fromEntries(['CONST', 'NIL', 'TRUE', 'FALSE', 'POP', 'GET', 'SET', 'GETUP', 'SETUP', 'GETG', 'SETG', 'DEFG', 'ADD', 'SUB', 'MUL', 'DIV', 'MOD', 'NEG', 'NOT', 'EQ', 'LT', 'GT', 'JUMP', 'JUMPF', 'LOOP', 'CALL', 'CLOSURE', 'CLOSE', 'RETURN', 'PRINT', 'LIST', 'INDEX', 'STORE'].map((n, i) => [n, i])));
const NAMES = Object.keys(OP);
function lex(source) {
  const tokens = [], re = /(\s+|\/\/[^\n]*)|(\d+(?:\.\d+)?)|("(?:[^"\\]|\\.)*")|([A-Za-z_]\w*)|(==|!=|<=|>=|&&|\|\||[-+*\/%<>=!(){}\[\],;])|(.)/gy;
  let line = 1, m;
  while ((m = re.exec(source))) {
    if (m[6]) throw new SyntaxError(`line ${line}: unexpected ${m[6]}`);
    if (!m[1]) tokens.push(m[2] ? { type: 'number', value: +m[2], line } : m[3] ? { type: 'string', value: JSON.parse(m[3]), line } : m[4] ? { type: /^(var|fun|if|else|while|return|print|true|false|nil)$/.test(m[4]) ? m[4] : 'name', value: m[4], line } : { type: m[5], line });
    for (const c of m[0]) if (c === '\n') line++;
  }
  tokens.push({ type: 'end', line });
  return tokens;
}
class Compiler {
  constructor(tokens, outer = null, name = 'script') { this.tokens = tokens; this.outer = outer; this.locals = [{ name: '', depth: 0 }]; this.upvalues = []; this.depth = 0; this.code = []; this.constants = []; this.lines = []; this.name = name; this.arity = 0; }
  static at = 0;
  peek() { return this.tokens[Compiler.at].type; }
  next() { return this.tokens[Compiler.at++]; }
  match(t) { if (this.peek() === t) { Compiler.at++; return true; } return false; }
  expect(t) { const k = this.next(); if (k.type !== t) throw new SyntaxError(`line ${k.line}: expected ${t}, found ${k.type}`); return k; }
  emit(...bytes) { for (const b of bytes) { this.code.push(b); this.lines.push(this.tokens[Math.max(0, Compiler.at - 1)].line); } return this.code.length - 1; }
  constant(v) { let i = this.constants.indexOf(v); if (i < 0) i = this.constants.push(v) - 1; return i; }
  jump(op) { this.emit(op, 0); return this.code.length - 1; }
  patch(at) { this.code[at] = this.code.length; }
  local(name) { for (let i = this.locals.length - 1; i >= 0; i--) if (this.locals[i].name === name) return i; return -1; }
  upvalue(name) {
    if (!this.outer) return -1;
    const l = this.outer.local(name);
    if (l > 0) { this.outer.locals[l].captured = true; return this.addUp(l, true); }
    const u = this.outer.upvalue(name);
    return u < 0 ? -1 : this.addUp(u, false);
  }
  addUp(index, local) { const i = this.upvalues.findIndex((u) => u.index === index && u.local === local); return i >= 0 ? i : this.upvalues.push({ index, local }) - 1; }
  declare(name) { if (this.depth > 0) this.locals.push({ name, depth: this.depth }); else this.emit(OP.DEFG, this.constant(name)); }
  statement() {
    switch (this.peek()) {
      case 'var': { this.next(); const { value } = this.expect('name'); if (this.match('=')) this.expression(); else this.emit(OP.NIL); this.expect(';'); this.declare(value); return; }
      case 'fun': { this.next(); const { value } = this.expect('name'); if (this.depth > 0) { this.locals.push({ name: value, depth: this.depth }); this.func(value); } else { this.func(value); this.declare(value); } return; }
      case 'print': this.next(); this.expression(); this.expect(';'); this.emit(OP.PRINT); return;
      case 'return': this.next(); if (!this.outer) throw new SyntaxError(`line ${this.tokens[Compiler.at].line}: return outside a function`); if (this.match(';')) this.emit(OP.NIL); else { this.expression(); this.expect(';'); } this.emit(OP.RETURN); return;
      case 'if': { this.next(); this.expect('('); this.expression(); this.expect(')'); const skip = this.jump(OP.JUMPF); this.statement(); if (this.match('else')) { const end = this.jump(OP.JUMP); this.patch(skip); this.statement(); this.patch(end); } else this.patch(skip); return; }
      case 'while': { this.next(); const start = this.code.length; this.expect('('); this.expression(); this.expect(')'); const exit = this.jump(OP.JUMPF); this.statement(); this.emit(OP.LOOP, start); this.patch(exit); return; }
      case '{': this.next(); this.depth++; while (this.peek() !== '}') this.statement(); this.next(); this.depth--; while (this.locals.at(-1).depth > this.depth) this.emit(this.locals.pop().captured ? OP.CLOSE : OP.POP); return;
      default: this.expression(); this.expect(';'); this.emit(OP.POP);
    }
  }
  func(name) {
    const f = new Compiler(this.tokens, this, name);
    f.depth = 1;
    this.expect('(');
    while (this.peek() !== ')') { f.locals.push({ name: this.expect('name').value, depth: 1 }); f.arity++; if (!this.match(',')) break; }
    this.expect(')'); this.expect('{');
    while (this.peek() !== '}') f.statement();
    this.next();
    f.emit(OP.NIL, OP.RETURN);
    this.emit(OP.CLOSURE, this.constants.push(f) - 1);
  }
  static power = { '=': 1, '||': 2, '&&': 3, '==': 4, '!=': 4, '<': 5, '>': 5, '<=': 5, '>=': 5, '+': 6, '-': 6, '*': 7, '/': 7, '%': 7, '(': 9, '[': 9 };
  expression(min = 1) {
    const t = this.next();
    let target = null;
    switch (t.type) {
      case 'number': case 'string': this.emit(OP.CONST, this.constant(t.value)); break;
      case 'nil': this.emit(OP.NIL); break; case 'true': this.emit(OP.TRUE); break; case 'false': this.emit(OP.FALSE); break;
      case '(': this.expression(); this.expect(')'); break;
      case '-': this.expression(8); this.emit(OP.NEG); break; case '!': this.expression(8); this.emit(OP.NOT); break;
      case 'fun': this.func('anonymous'); break;
      case '[': { let n = 0; while (this.peek() !== ']') { this.expression(); n++; if (!this.match(',')) break; } this.expect(']'); this.emit(OP.LIST, n); break; }
      case 'name': {
        const l = this.local(t.value), u = l > 0 ? -1 : this.upvalue(t.value), [get, set, arg] = l > 0 ? [OP.GET, OP.SET, l] : u >= 0 ? [OP.GETUP, OP.SETUP, u] : [OP.GETG, OP.SETG, this.constant(t.value)];
        if (min <= 1 && this.peek() === '=') { this.next(); this.expression(); this.emit(set, arg); return; }
        this.emit(get, arg);
        break;
      }
      default: throw new SyntaxError(`line ${t.line}: unexpected ${t.type}`);
    }
    for (let p; (p = Compiler.power[this.peek()]) && p >= min;) {
      const op = this.next().type;
      if (op === '=') { if (target === null) throw new SyntaxError(`line ${this.tokens[Compiler.at - 1].line}: cannot assign`); this.code.pop(); this.lines.pop(); this.expression(1); this.emit(OP.STORE); target = null; continue; }
      target = null;
      if (op === '&&') { const j = this.jump(OP.JUMPF); this.expression(p + 1); const e = this.jump(OP.JUMP); this.patch(j); this.emit(OP.FALSE); this.patch(e); continue; }
      if (op === '||') { this.emit(OP.NOT); const j = this.jump(OP.JUMPF); this.emit(OP.TRUE); this.code[j] = 0; const e = j; const right = this.code.length; this.code.pop(); this.lines.pop(); this.expression(p + 1); const end = this.jump(OP.JUMP); this.patch(e); this.emit(OP.TRUE); this.patch(end); void right; continue; }
      if (op === '(') { let n = 0; while (this.peek() !== ')') { this.expression(); n++; if (!this.match(',')) break; } this.expect(')'); this.emit(OP.CALL, n); continue; }
      if (op === '[') { this.expression(); this.expect(']'); this.emit(OP.INDEX); target = 'index'; continue; }
      this.expression(p + 1);
      this.emit(...({ '+': [OP.ADD], '-': [OP.SUB], '*': [OP.MUL], '/': [OP.DIV], '%': [OP.MOD], '==': [OP.EQ], '!=': [OP.EQ, OP.NOT], '<': [OP.LT], '>': [OP.GT], '<=': [OP.GT, OP.NOT], '>=': [OP.LT, OP.NOT] })[op]);
    }
  }
}
class Closure { constructor(code, ups) { this.code = code; this.ups = ups; } }
const text = (v) => (v === null ? 'nil' : v instanceof Closure ? `<fun ${v.code.name}>` : typeof v === 'function' ? '<native>' : Array.isArray(v) ? `[${v.map(text).join(', ')}]` : String(v));
function execute(script, out, globals = { len: (x) => x.length, push: (l, x) => (l.push(x), l), str: text, floor: Math.floor }) {
  const stack = [null], frames = [{ f: new Closure(script, []), pc: 0, base: 0 }], open = new Map();
  const table = new Map(Object.entries(globals));
  let steps = 0, frame = frames[0];
  const fail = (m) => { throw new Error(`${m} [${frames.map((fr) => `${fr.f.code.name}:${fr.f.code.lines[fr.pc - 1]}`).reverse().join(' < ')}]`); };
  const close = (from) => { for (const [i, box] of open) if (i >= from) { box.value = stack[i]; box.at = -1; open.delete(i); } };
  for (;;) {
    const { code, constants } = frame.f.code, op = code[frame.pc++];
    if (++steps > 3e5) fail('too long');
    switch (op) {
      case OP.CONST: stack.push(constants[code[frame.pc++]]); break;
      case OP.NIL: stack.push(null); break; case OP.TRUE: stack.push(true); break; case OP.FALSE: stack.push(false); break;
      case OP.POP: stack.pop(); break;
      case OP.GET: stack.push(stack[frame.base + code[frame.pc++]]); break;
      case OP.SET: stack[frame.base + code[frame.pc++]] = stack.at(-1); break;
      case OP.GETUP: { const b = frame.f.ups[code[frame.pc++]]; stack.push(b.at >= 0 ? stack[b.at] : b.value); break; }
      case OP.SETUP: { const b = frame.f.ups[code[frame.pc++]]; if (b.at >= 0) stack[b.at] = stack.at(-1); else b.value = stack.at(-1); break; }
      case OP.GETG: { const n = constants[code[frame.pc++]]; if (!table.has(n)) fail(`undefined ${n}`); stack.push(table.get(n)); break; }
      case OP.SETG: { const n = constants[code[frame.pc++]]; if (!table.has(n)) fail(`undefined ${n}`); table.set(n, stack.at(-1)); break; }
      case OP.DEFG: table.set(constants[code[frame.pc++]], stack.pop()); break;
      case OP.ADD: { const b = stack.pop(), a = stack.pop(); stack.push(typeof a === 'number' && typeof b === 'number' ? a + b : typeof a === 'string' || typeof b === 'string' ? text(a) + text(b) : fail(`cannot add ${text(a)} and ${text(b)}`)); break; }
      case OP.SUB: case OP.MUL: case OP.DIV: case OP.MOD: case OP.LT: case OP.GT: { const b = stack.pop(), a = stack.pop(); if (typeof a !== 'number' || typeof b !== 'number') fail(`${NAMES[op]} needs numbers`); stack.push(op === OP.SUB ? a - b : op === OP.MUL ? a * b : op === OP.DIV ? a / b : op === OP.MOD ? a % b : op === OP.LT ? a < b : a > b); break; }
      case OP.NEG: stack.push(-stack.pop()); break;
      case OP.NOT: { const v = stack.pop(); stack.push(v === null || v === false); break; }
      case OP.EQ: { const b = stack.pop(); stack.push(stack.pop() === b); break; }
      case OP.JUMP: frame.pc = code[frame.pc]; break;
      case OP.LOOP: frame.pc = code[frame.pc]; break;
      case OP.JUMPF: { const v = stack.pop(); frame.pc = v === null || v === false ? code[frame.pc] : frame.pc + 1; break; }
      case OP.PRINT: out.push(text(stack.pop())); break;
      case OP.LIST: { const n = code[frame.pc++]; stack.push(stack.splice(stack.length - n, n)); break; }
      case OP.INDEX: { const i = stack.pop(), l = stack.pop(); if (l === null || i < 0 || i >= l.length) fail(`index ${text(i)}`); stack.push(l[i]); break; }
      case OP.STORE: { const v = stack.pop(), i = stack.pop(), l = stack.pop(); l[i] = v; stack.push(v); break; }
      case OP.CLOSURE: { const c = constants[code[frame.pc++]]; stack.push(new Closure(c, c.upvalues.map(({ index, local }) => { if (!local) return frame.f.ups[index]; const at = frame.base + index; if (!open.has(at)) open.set(at, { at, value: null }); return open.get(at); }))); break; }
      case OP.CLOSE: close(stack.length - 1); stack.pop(); break;
      case OP.CALL: {
        const n = code[frame.pc++], callee = stack[stack.length - 1 - n];
        if (typeof callee === 'function') { const args = stack.splice(stack.length - n, n); stack[stack.length - 1] = callee(...args); break; }
        if (!(callee instanceof Closure)) fail(`cannot call ${text(callee)}`);
        if (callee.code.arity !== n) fail(`${callee.code.name} takes ${callee.code.arity}`);
        if (frames.length > 200) fail('stack overflow');
        frames.push((frame = { f: callee, pc: 0, base: stack.length - 1 - n }));
        break;
      }
      case OP.RETURN: { const v = stack.pop(), { base } = frames.pop(); close(base); stack.length = base; stack.push(v); frame = frames.at(-1); if (!frame) return steps; break; }
      default: throw new Error(`bad opcode ${op}`);
    }
  }
}
function run(source) {
  const out = [];
  let note = '';
  try {
    Compiler.at = 0;
    const c = new Compiler(lex(source));
    while (c.peek() !== 'end') c.statement();
    c.emit(OP.NIL, OP.RETURN);
    note = `${execute(c, out)} steps`;
  } catch (e) { note = `${e.name}: ${e.message.slice(0, 90)}`; }
  console.log(out.join(' | '), '--', note);
}
run('var a = 1; { var a = 2; { var b = a + 3; print b; } print a; } print a; print 1 + 2 * 3 - -4 % 3; print "x" + 1 + nil + true;');
run('fun fib(n) { if (n < 2) return n; return fib(n - 1) + fib(n - 2); } print fib(15);');
run('fun counter() { var n = 0; return fun () { n = n + 1; return n; }; } var c = counter(); var d = counter(); c(); c(); print c() + d() * 10; print counter;');
run('var fs = []; var i = 0; while (i < 3) { var j = i; push(fs, fun () { j = j + 1; return j * 10; }); i = i + 1; } print fs[0](); print fs[2](); print fs[0]();');
run('fun primes(n) { var sieve = []; var i = 0; while (i < n) { push(sieve, true); i = i + 1; } var out = []; i = 2; while (i < n) { if (sieve[i]) { push(out, i); var j = i * i; while (j < n) { sieve[j] = false; j = j + i; } } i = i + 1; } return out; } print primes(50); print len(primes(300));');
run('fun sort(l) { var i = 1; while (i < len(l)) { var x = l[i]; var j = i - 1; while (j >= 0 && l[j] > x) { l[j + 1] = l[j]; j = j - 1; } l[j + 1] = x; i = i + 1; } return l; } print sort([5, 2, 9, 1, 5, 6, -3]); print true && nil == nil && !false; print 1 > 2 == false;');
run('fun outer() { var a = 1; fun middle() { var b = 2; fun inner() { a = a + b; return a; } return inner; } var f = middle(); f(); f(); return a; } print outer(); fun mutual(n) { if (n == 0) return "even"; return other(n - 1); } fun other(n) { if (n == 0) return "odd"; return mutual(n - 1); } print mutual(101);');
for (const bad of ['print x;', 'print 1 + ;', 'var 5;', 'print nil - 1;', 'fun f(a) { return a(); } f(3);', 'fun f() { f(); } f();', 'print [1][5];', 'return 1;', 'print "a" @ 1;', '1 + 2 = 3;', 'fun g(a, b) {} g(1);', 'while (true) {}']) run(bad);
