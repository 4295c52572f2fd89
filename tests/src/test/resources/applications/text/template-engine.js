// A template compiler that makes functions with `new Function`: expressions, filters, loops with else, includes, inheritance, whitespace control, sandboxing with `with` and Proxy.
const filters = { upper: (s) => String(s).toUpperCase(), join: (xs, sep = ', ') => xs.join(sep), default: (v, d) => (v == null || v === '' ? d : v), fixed: (n, d) => Number(n).toFixed(d), pad: (s, n) => String(s).padStart(n, '.'), reverse: (s) => [...s].reverse().join(''), sort: (xs, k) => xs.toSorted((a, b) => (a[k] < b[k] ? -1 : 1)), json: (v) => JSON.stringify(v), safe: (s) => ({ html: String(s) }) };
const escapeHtml = (v) => (v && v.html !== undefined ? v.html : String(v ?? '').replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`));
class TemplateError extends Error { constructor(message, name, line) { super(`${message} (${name}:${line})`); this.name = 'TemplateError'; } }
class Engine {
  #sources; #cache = new Map(); compiled = 0;
  constructor(sources) { this.#sources = sources; }
  #expression(text, fail) {
    const [head, ...pipes] = text.split(/(?<!\|)\|(?!\|)/);
    return pipes.reduce((code, pipe) => { const m = /^\s*(\w+)(?:\((.*)\))?\s*$/.exec(pipe); if (!m || !(m[1] in filters)) fail(`unknown filter ${pipe.trim()}`); return `$f.${m[1]}(${code}${m[2] ? ', ' + m[2] : ''})`; }, `(${head.trim()})`);
  }
  compile(name) {
    if (this.#cache.has(name)) return this.#cache.get(name);
    if (!(name in this.#sources)) throw new TemplateError('no such template', name, 0);
    this.compiled++;
    const source = this.#sources[name], stack = [];
    let code = 'const $o = []; with ($scope) {\n', at = 0, parent = null, trim = false, counter = 0;
    const line = () => source.slice(0, at).split('\n').length, fail = (m) => { throw new TemplateError(m, name, line()); };
    for (const m of source.matchAll(/\{\{-?([\s\S]*?)-?\}\}|\{%-?\s*(\w+)\s*([\s\S]*?)\s*-?%\}|\{#[\s\S]*?#\}/g)) {
      let text = source.slice(at, m.index);
      if (trim) text = text.trimStart();
      if (/^\{.-/.test(m[0])) text = text.trimEnd();
      if (text) code += `$o.push(${JSON.stringify(text)});\n`;
      trim = /-.\}$/.test(m[0]);
      at = m.index;
      if (m[1] !== undefined) code += `$o.push($e(${this.#expression(m[1], fail)}));\n`;
      else if (m[2]) {
        const [, , tag, args] = m;
        switch (tag) {
          case 'if': code += `if (${args}) {\n`; stack.push('if'); break;
          case 'elif': code += `} else if (${args}) {\n`; break;
          case 'else': code += stack.at(-1) === 'for' ? (stack.splice(-1, 1, 'forelse'), '} if ($n === 0) {\n') : '} else {\n'; break;
          case 'for': { const f = /^(\w+)(?:\s*,\s*(\w+))?\s+in\s+([\s\S]+)$/.exec(args); if (!f) fail('bad for'); const id = counter++; code += `{ let $n = 0; const $l${id} = $i(${this.#expression(f[3], fail)}); for (const [$k, $v] of $l${id}) { const ${f[2] ? `${f[1]} = $k, ${f[2]} = $v` : `${f[1]} = $v`}; const loop = { index: ++$n, first: $n === 1, last: $n === $l${id}.length };\n`; stack.push('for'); break; }
          case 'end': { const open = stack.pop(); if (!open) fail('nothing to end'); code += open === 'for' || open === 'forelse' ? '} }\n' : open === 'block' ? 'return $o.join(""); })($outer); })\n);\n' : '}\n'; break; }
          case 'set': code += `$scope.${args};\n`; break;
          case 'include': code += `$o.push($t.render(${args}, $scope));\n`; break;
          case 'extends': parent = args; break;
          case 'block': code += `$o.push($b(${JSON.stringify(args)}, ($outer) => { return (($super) => { const $o = [];\n`; stack.push('block'); break;
          default: fail(`unknown tag ${tag}`);
        }
      }
      at = m.index + m[0].length;
    }
    if (stack.length) fail(`missing end of ${stack.at(-1)}`);
    const rest = trim ? source.slice(at).trimStart() : source.slice(at);
    code += `$o.push(${JSON.stringify(rest)});\n}\nreturn ${parent ? `$t.compile(${parent})($scope, $blocks)` : '$o.join("")'};`;
    const run = new Function('$scope', '$blocks', '$f', '$e', '$i', '$t', '$b', code);
    const entries = (v) => (v == null ? [] : Array.isArray(v) ? v.map((x, i) => [i, x]) : v instanceof Map ? [...v] : typeof v === 'object' ? Object.entries(v) : Array.from(v, (x, i) => [i, x]));
    const template = (data, blocks = new Map()) => {
      const scope = data.$sandbox ? data : new Proxy({ ...data }, { has: (t, k) => typeof k === 'string' && !k.startsWith('$') && !['loop', 'String', 'Math'].includes(k), get: (t, k) => (k === Symbol.unscopables ? undefined : k === '$sandbox' ? true : t[k]) });
      return run(scope, blocks, filters, escapeHtml, entries, this, (name, body) => { const outer = blocks.get(name); if (parent) { if (!outer) blocks.set(name, body); return ''; } return outer ? outer(() => body()) : body(); });
    };
    this.#cache.set(name, template);
    return template;
  }
  render(name, data) { return this.compile(name)(data); }
}
const engine = new Engine({
  hello: 'Hello {{ name | upper }}{% if admin %} (admin){% elif guest %} (guest){% else %}!{% end %} {# note #}{{ missing | default("nothing") }}',
  list: '{% for x in items -%}\n  {{ loop.index }}:{{ x.name }}={{ x.price | fixed(2) | pad(8) }}{% if !loop.last %}, {% end %}\n{%- else %}empty{% end %}',
  map: '{% for k, v in m %}{{k}}->{{v | json}};{% end %}', escape: '{{ html }} {{ html | safe }} {{ 1 < 2 && "yes" }} {{ [3,1,2].map(x => x * 2) | join("+") }}',
  base: '<{% block title %}Base{% end %}|{% block body %}none{% end %}>', page: '{% extends "base" %}{% block title %}{{ t }}{% end %}', nested: '{% for r in rows %}[{% for c in r %}{{ c }}{% if loop.first %}*{% end %}{% end %}]{% end %}',
  inc: '{% for p in people %}{% set name = p %}{% include "hello" %};{% end %}', bad1: 'x\n{% if a %}', bad2: '{{ a | nope }}', bad3: '{% end %}', bad4: 'a\n\n{% frob %}', global: '{{ typeof process }} {{ typeof globalThis }} {{ Math.max(1, 2) }}',
});
console.log(engine.render('hello', { name: 'ada', admin: true }), '/', engine.render('hello', { name: 'bob', guest: 1, missing: 0 }));
console.log(engine.render('list', { items: [{ name: 'tea', price: 3.5 }, { name: 'milk', price: 0.999 }] }), '/', engine.render('list', { items: [] }));
console.log(engine.render('map', { m: new Map([['a', [1]], ['b', null]]) }), engine.render('map', { m: { x: 'y' } }), engine.render('map', {}), engine.render('map', { m: 'hi' }));
console.log(engine.render('escape', { html: '<b a="1">&\'' }));
console.log(engine.render('base', {}), engine.render('page', { t: 'T<' }), engine.render('nested', { rows: [[1, 2], [3]] }), engine.render('inc', { people: ['x', 'y'] }));
console.log(engine.render('global', {}));
for (const n of ['bad1', 'bad2', 'bad3', 'bad4', 'none']) try { engine.render(n, {}); console.log('?'); } catch (e) { console.log(`${e.name}: ${e.message}`); }
let total = 0;
for (let i = 0; i < 300; i++) total += engine.render('list', { items: Array.from({ length: i % 7 }, (_, k) => ({ name: 'n' + k, price: i / (k + 1) })) }).length;
console.log(total, engine.compiled);
