// A regular expression engine: parser, Thompson construction, parallel simulation and a lazily built DFA; compared with RegExp.
'use strict';
class Parser {
  #src; #at = 0; groups = 0;
  constructor(src) { this.#src = src; }
  static parse(src) {
    const p = new Parser(src), node = p.#alternatives();
    if (p.#at < src.length) throw new SyntaxError(`unexpected ${src[p.#at]} at ${p.#at}`);
    return node;
  }
  get #next() { return this.#src[this.#at]; }
  #take(c) { if (this.#next === c) { this.#at++; return true; } return false; }
  #alternatives() {
    const options = [this.#sequence()];
    while (this.#take('|')) options.push(this.#sequence());
    return options.length === 1 ? options[0] : { type: 'alt', options };
  }
  #sequence() {
    const parts = [];
    while (this.#next !== undefined && !'|)'.includes(this.#next)) parts.push(this.#repeat());
    return { type: 'seq', parts };
  }
  #repeat() {
    let node = this.#atom();
    for (;;) {
      if (this.#take('*')) node = { type: 'repeat', node, min: 0, max: Infinity };
      else if (this.#take('+')) node = { type: 'repeat', node, min: 1, max: Infinity };
      else if (this.#take('?')) node = { type: 'repeat', node, min: 0, max: 1 };
      else if (this.#next === '{') {
        const m = /^\{(\d+)(,(\d*))?\}/.exec(this.#src.slice(this.#at));
        if (!m) throw new SyntaxError(`bad counts at ${this.#at}`);
        this.#at += m[0].length;
        const min = Number(m[1]);
        node = { type: 'repeat', node, min, max: m[2] === undefined ? min : m[3] ? Number(m[3]) : Infinity };
      } else return node;
    }
  }
  #atom() {
    const c = this.#src[this.#at++];
    switch (c) {
      case '(': {
        this.groups++;
        const node = this.#alternatives();
        if (!this.#take(')')) throw new SyntaxError(`missing ) at ${this.#at}`);
        return node;
      }
      case '[': return this.#set();
      case '.': return { type: 'set', test: (ch) => ch !== '\n' };
      case '*': case '+': case '?': throw new SyntaxError(`nothing to repeat at ${this.#at - 1}`);
      case '\\': return { type: 'set', test: Parser.#escape(this.#src[this.#at++]) };
      default: return { type: 'set', test: (ch) => ch === c };
    }
  }
  static #escape(c) {
    const kinds = { d: (ch) => ch >= '0' && ch <= '9', w: (ch) => /\w/.test(ch), s: (ch) => ch.trim() === '' };
    const lower = c?.toLowerCase();
    if (c === undefined) throw new SyntaxError('trailing backslash');
    if (lower in kinds) return c === lower ? kinds[lower] : (ch) => !kinds[lower](ch);
    const literal = { n: '\n', t: '\t' }[c] ?? c;
    return (ch) => ch === literal;
  }
  #set() {
    const negated = this.#take('^'), tests = [];
    do {
      if (this.#next === undefined) throw new SyntaxError('missing ]');
      let c = this.#src[this.#at++];
      if (c === '\\') { tests.push(Parser.#escape(this.#src[this.#at++])); continue; }
      if (this.#next === '-' && this.#src[this.#at + 1] !== ']') {
        this.#at++;
        const from = c, to = this.#src[this.#at++];
        tests.push((ch) => ch >= from && ch <= to);
      } else tests.push((ch) => ch === c);
    } while (!this.#take(']'));
    return { type: 'set', test: (ch) => tests.some((t) => t(ch)) !== negated };
  }
}
// States: {test, out} reads a character; {outs} goes on without; {accept}.
function compile(node, next) {
  switch (node.type) {
    case 'set': return { test: node.test, out: next };
    case 'seq': return node.parts.reduceRight((after, part) => compile(part, after), next);
    case 'alt': return { outs: node.options.map((o) => compile(o, next)) };
    case 'repeat': {
      let tail = next;
      if (node.max === Infinity) {
        const loop = { outs: [] };
        loop.outs.push(compile(node.node, loop), next);
        tail = loop;
      } else for (let i = node.min; i < node.max; i++) tail = { outs: [compile(node.node, tail), next] };
      for (let i = 0; i < node.min; i++) tail = compile(node.node, tail);
      return tail;
    }
  }
}
class Regex {
  #start; #ids = new Map(); #dfa = new Map(); hits = 0; misses = 0;
  constructor(source) { this.source = source; this.#start = compile(Parser.parse(source), { accept: true }); }
  #id(state) { if (!this.#ids.has(state)) this.#ids.set(state, this.#ids.size); return this.#ids.get(state); }
  #close(states) {
    const set = new Set(), todo = [...states];
    while (todo.length) {
      const s = todo.pop();
      if (set.has(s)) continue;
      set.add(s);
      if (s.outs) todo.push(...s.outs);
    }
    const list = [...set].filter((s) => !s.outs).sort((a, b) => this.#id(a) - this.#id(b));
    const key = list.map((s) => this.#id(s)).join();
    if (!this.#dfa.has(key)) this.#dfa.set(key, { key, list, accepting: list.some((s) => s.accept), next: new Map() });
    return this.#dfa.get(key);
  }
  #step(at, ch) {
    let to = at.next.get(ch);
    if (to) { this.hits++; return to; }
    this.misses++;
    to = this.#close(at.list.filter((s) => s.test?.(ch)).map((s) => s.out));
    at.next.set(ch, to);
    return to;
  }
  matches(text) {
    let at = this.#close([this.#start]);
    for (const ch of text) {
      at = this.#step(at, ch);
      if (at.list.length === 0) return false;
    }
    return at.accepting;
  }
  longest(text, from = 0) {
    let at = this.#close([this.#start]), end = at.accepting ? from : -1;
    for (let i = from; i < text.length; i++) {
      at = this.#step(at, text[i]);
      if (at.list.length === 0) break;
      if (at.accepting) end = i + 1;
    }
    return end;
  }
  *findAll(text) {
    for (let i = 0; i < text.length;) {
      const end = this.longest(text, i);
      if (end > i) { yield text.slice(i, end); i = end; } else i++;
    }
  }
  get states() { return this.#dfa.size; }
}
const cases = [
  ['a*b', ['b', 'aaab', 'aaa', 'ba', '']], ['(a|b)*abb', ['abb', 'aabb', 'babb', 'ab', 'abba']], ['[0-9]+(\\.[0-9]+)?', ['1', '3.14', '.5', '10.', 'x']],
  ['(foo|bar|baz){2,3}', ['foobar', 'foo', 'bazbazbaz', 'barbarbarbar']], ['[^aeiou]+', ['rhythm', 'vowel', '']], ['\\w+@\\w+\\.(com|org)', ['me@site.org', 'me@site.net', '@a.com']],
  ['a?a?a?a?a?a?a?a?a?a?aaaaaaaaaa', ['a'.repeat(10), 'a'.repeat(20), 'a'.repeat(21), 'a'.repeat(9)]], ['', ['', 'a']], ['(a*)*', ['', 'aaaa', 'ab']], ['x{3}', ['xxx', 'xx', 'xxxx']], ['\\d{1,3}(,\\d{3})*', ['1,234,567', '12,34', '999']],
];
for (const [source, texts] of cases) {
  const mine = new Regex(source), theirs = new RegExp(`^(?:${source})$`);
  const results = texts.map((t) => mine.matches(t));
  console.log(source.padEnd(34), results.map(Number).join(''), texts.every((t, i) => theirs.test(t) === results[i]), mine.states);
}
for (const bad of ['(a', 'a)', '*a', '[a', 'a{x}', '\\']) {
  try { new Regex(bad); console.log('fine?', bad); } catch (e) { console.log(`${e.name}: ${e.message}`); }
}
const words = new Regex('[A-Za-z]+(\'[a-z]+)?'), text = "It's a long way to the top (if you wanna rock'n'roll), isn't it? ".repeat(30);
console.log([...words.findAll(text)].length, [...words.findAll(text)].slice(0, 8).join('|'), words.hits > words.misses * 10, words.states);
let seed = 42;
const rand = (n) => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) % n;
const gen = (d) => d === 0 ? 'ab'[rand(2)] : [() => gen(d - 1) + gen(d - 1), () => `(${gen(d - 1)}|${gen(d - 1)})`, () => `(${gen(d - 1)})*`, () => `(${gen(d - 1)})?`, () => gen(0)][rand(5)]();
let same = 0, total = 0;
for (let i = 0; i < 40; i++) {
  const source = gen(4), mine = new Regex(source), theirs = new RegExp(`^(?:${source})$`);
  for (let n = 0; n < 32; n++) {
    const t = n.toString(2).slice(1).replace(/0/g, 'a').replace(/1/g, 'b');
    total++;
    if (mine.matches(t) === theirs.test(t)) same++;
  }
}
console.log(same, total);
