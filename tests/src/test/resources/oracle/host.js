// What programs written for node expect around the language, for an engine that has none of it: console with node's way of
// showing values, timers, a little of process. Calls of the host: write(text). Gives a function that runs one due callback.
(function (write) {
  'use strict';
  const { apply, ownKeys, getOwnPropertyDescriptor: describe, getPrototypeOf, has } = Reflect;
  const { WeakMap, WeakSet, Promise, Map, Set, RegExp, Uint8Array } = globalThis;
  const uncurry = (f) => (self, ...args) => apply(f, self, args);
  const hasOwn = Object.hasOwn, isArray = Array.isArray, keysOf = Object.keys, { is } = Object, text = String, json = JSON.stringify;
  const call = {
    functionText: uncurry(Function.prototype.toString), errorText: uncurry(Error.prototype.toString), regExpText: uncurry(RegExp.prototype.toString), symbolText: uncurry(Symbol.prototype.toString),
    iso: uncurry(Date.prototype.toISOString), time: uncurry(Date.prototype.getTime), enumerable: uncurry(Object.prototype.propertyIsEnumerable),
    mapEntries: uncurry(Map.prototype.entries), setValues: uncurry(Set.prototype.values),
  };
  const getter = (prototype, name) => uncurry(describe(prototype, name).get);
  const mapSize = getter(Map.prototype, 'size'), setSize = getter(Set.prototype, 'size'), TypedArray = getPrototypeOf(Uint8Array);
  const typedTag = getter(TypedArray.prototype, Symbol.toStringTag), typedLength = getter(TypedArray.prototype, 'length');
  const bufferLength = getter(ArrayBuffer.prototype, 'byteLength'), viewLength = getter(DataView.prototype, 'byteLength'), pattern = getter(RegExp.prototype, 'source');
  const works = (f, ...args) => { try { f(...args); return true; } catch { return false; } };
  const boxes = [['Number', Number.prototype.valueOf], ['String', String.prototype.valueOf], ['Boolean', Boolean.prototype.valueOf], ['Symbol', Symbol.prototype.valueOf], ['BigInt', BigInt.prototype.valueOf]]
    .map(([name, f]) => [name, uncurry(f)]);
  const builtIns = new Set(ownKeys(globalThis).filter((k) => typeof k === 'string' && /^[A-Z][a-zA-Z0-9]+$/.test(k)));
  const weakHas = uncurry(WeakMap.prototype.has), weakSetHas = uncurry(WeakSet.prototype.has), then = uncurry(Promise.prototype.then);
  const settled = new WeakMap();

  const escapes = { 8: '\\b', 9: '\\t', 10: '\\n', 12: '\\f', 13: '\\r', 92: '\\\\' };
  function escaped(s, mark) {
    let out = '';
    for (let i = 0; i < s.length; i++) {
      const c = s.charCodeAt(i);
      if (escapes[c]) out += escapes[c];
      else if (c < 32 || (c > 126 && c < 160)) out += '\\x' + c.toString(16).toUpperCase().padStart(2, '0');
      else if (s[i] === mark) out += '\\' + mark;
      else if (c >= 0xd800 && c < 0xe000) {
        const next = s.charCodeAt(i + 1);
        if (c < 0xdc00 && next >= 0xdc00 && next < 0xe000) out += s[i] + s[++i]; else out += '\\u' + c.toString(16);
      } else out += s[i];
    }
    return out;
  }
  function quote(s) {
    const mark = !s.includes("'") ? "'" : !s.includes('"') ? '"' : !s.includes('`') && !s.includes('${') ? '`' : "'";
    return mark + escaped(s, mark) + mark;
  }
  function width(s) {
    let w = 0;
    for (const ch of s) {
      const c = ch.codePointAt(0);
      if (c < 32 || /\p{Mn}|\p{Me}|\p{Cf}/u.test(ch)) continue;
      w += (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff01 && c <= 0xff60) || /\p{Emoji_Presentation}/u.test(ch) ? 2 : 1;
    }
    return w;
  }

  class Inspector {
    seen = []; circular = new Map(); indentation = 0; current = 0;
    constructor({ depth = 2, hidden = false, maxItems = 100, breakLength = 80 } = {}) { Object.assign(this, { depth, hidden, maxItems, breakLength }); }
    indented(value, depth) { this.indentation += 2; const s = this.format(value, depth); this.indentation -= 2; return s; }
    primitive(v) {
      switch (typeof v) {
        case 'string': {
          if (v.length > 16 && v.length > this.breakLength - this.indentation - 4) return v.split(/(?<=\n)/).map(quote).join(' +\n' + ' '.repeat(this.indentation + 2));
          return quote(v);
        }
        case 'number': return is(v, -0) ? '-0' : text(v);
        case 'bigint': return v + 'n';
        case 'symbol': return call.symbolText(v);
        default: return text(v);
      }
    }
    format(v, depth = 0) {
      if ((typeof v !== 'object' && typeof v !== 'function') || v === null) return this.primitive(v);
      const custom = v[Symbol.for('nodejs.util.inspect.custom')];
      if (typeof custom === 'function' && !(v.constructor && v.constructor.prototype === v)) {
        const result = apply(custom, v, [this.depth - depth, { depth: this.depth, stylize: text }, inspect]);
        if (result !== v) return typeof result === 'string' ? result.replaceAll('\n', '\n' + ' '.repeat(this.indentation)) : this.format(result, depth);
      }
      if (this.seen.includes(v)) {
        if (!this.circular.has(v)) this.circular.set(v, this.circular.size + 1);
        return `[Circular *${this.circular.get(v)}]`;
      }
      return this.object(v, depth);
    }
    constructorName(v) {
      let first;
      for (let o = v; o !== null;) {
        const own = describe(o, 'constructor');
        if (own && typeof own.value === 'function' && own.value.name !== '' && works(() => { if (!(v instanceof own.value)) throw v; })) return own.value.name;
        o = getPrototypeOf(o);
        if (first === undefined) first = o;
      }
      if (first === null) return null;
      const above = this.constructorName(first);
      return `Object <${above === null ? '[Object: null prototype] {}' : above}>`;
    }
    object(v, depth) {
      const name = this.constructorName(v);
      let tag = v[Symbol.toStringTag];
      if (typeof tag !== 'string' || (tag !== '' && (this.hidden ? hasOwn : call.enumerable)(v, Symbol.toStringTag))) tag = '';
      const prefix = (fallback, size = '') => name === null
        ? `[${fallback}${size}: null prototype] ${tag !== '' && fallback !== tag ? `[${tag}] ` : ''}`
        : `${name}${size} ${tag !== '' && name !== tag ? `[${tag}] ` : ''}`;
      let keys = ownKeys(v).filter((k) => this.hidden || call.enumerable(v, k)), base = '', open = '{', close = '}', contents = () => [], filled = false, array = false;
      const unindexed = () => { keys = keys.filter((k) => typeof k === 'symbol' || !/^(0|[1-9]\d*)$/.test(k)); };
      const more = (out, n) => { if (n > 0) out.push(`... ${n} more item${n > 1 ? 's' : ''}`); return out; };
      const kind = works(mapSize, v) ? 'Map' : works(setSize, v) ? 'Set' : null;
      const box = boxes.find(([, f]) => works(f, v));
      if (isArray(v)) {
        unindexed();
        open = (name === 'Array' && tag === '' ? '' : prefix('Array', `(${v.length})`)) + '['; close = ']'; array = true; filled = v.length > 0;
        contents = () => {
          const out = [];
          let i = 0;
          for (; i < v.length && out.length < this.maxItems; ) {
            if (hasOwn(v, i)) { out.push(this.property(v, text(i), depth + 1, true)); i++; continue; }
            const start = i;
            while (i < v.length && !hasOwn(v, i)) i++;
            out.push(`<${i - start} empty item${i - start > 1 ? 's' : ''}>`);
          }
          return more(out, v.length - i);
        };
      } else if (works(typedLength, v)) {
        unindexed();
        const n = typedLength(v);
        open = prefix(name === null ? typedTag(v) : '', `(${n})`) + '['; close = ']'; array = true; filled = n > 0;
        contents = () => more(Array.from({ length: Math.min(n, this.maxItems) }, (_, i) => this.primitive(v[i])), n - this.maxItems);
      } else if (kind) {
        const size = (kind === 'Map' ? mapSize : setSize)(v);
        open = prefix(kind, `(${size})`) + '{'; filled = size > 0;
        contents = () => {
          const out = [];
          for (const e of kind === 'Map' ? call.mapEntries(v) : call.setValues(v)) {
            if (out.length === this.maxItems) break;
            out.push(kind === 'Map' ? `${this.indented(e[0], depth + 1)} => ${this.indented(e[1], depth + 1)}` : this.indented(e, depth + 1));
          }
          return more(out, size - this.maxItems);
        };
      } else if (typeof v === 'function') base = this.functionBase(v, name, tag);
      else if (box) {
        if (box[0] === 'String') unindexed();
        base = `[${box[0]}${box[0] === name ? '' : name === null ? ' (null prototype)' : ` (${name})`}: ${this.primitive(box[1](v))}]` + (tag !== '' && tag !== name ? ` [${tag}]` : '');
      } else if (works(call.time, v)) {
        const p = prefix('Date');
        base = (p === 'Date ' ? '' : p) + (Number.isNaN(call.time(v)) ? 'Invalid Date' : call.iso(v));
      } else if (works(pattern, v) && hasOwn(v, 'lastIndex')) {
        const p = prefix('RegExp');
        base = (p === 'RegExp ' ? '' : p) + call.regExpText(v);
      } else if (Error.isError ? Error.isError(v) : v instanceof Error) {
        base = this.error(v, name, tag, keys);
        keys = keys.filter((k) => this.hidden || !['name', 'message', 'stack'].includes(k) || (k !== 'stack' && !base.includes(text(v[k]))));
        if (has(v, 'cause') && !keys.includes('cause')) keys.push('cause');
        if (isArray(v.errors) && !keys.includes('errors')) keys.push('errors');
      } else if (works(bufferLength, v)) {
        open = prefix('ArrayBuffer') + '{'; filled = true;
        contents = () => {
          const bytes = new Uint8Array(v), shown = Array.from(bytes.subarray(0, this.maxItems), (b) => b.toString(16).padStart(2, '0')).join(' '), rest = bytes.length - this.maxItems;
          return [`[Uint8Contents]: <${shown}${rest > 0 ? ` ... ${rest} more byte${rest > 1 ? 's' : ''}` : ''}>`, `byteLength: ${bytes.length}`];
        };
      } else if (works(viewLength, v)) { open = prefix('DataView') + '{'; keys.unshift('byteLength', 'byteOffset', 'buffer'); }
      else if (works(weakHas, v, {}) || works(weakSetHas, v, {})) { open = prefix(works(weakHas, v, {}) ? 'WeakMap' : 'WeakSet') + '{'; filled = true; contents = () => ['<items unknown>']; }
      else if (v instanceof Promise) {
        open = prefix('Promise') + '{'; filled = true;
        contents = () => {
          const state = settled.get(v);
          return [state === undefined ? '<pending>' : (state.rejected ? '<rejected> ' : '') + this.indented(state.value, depth + 1)];
        };
      } else if (Object.prototype.toString.call(v) === '[object Arguments]' && name === 'Object') open = '[Arguments] {';
      else if (name !== 'Object' || tag !== '') open = prefix('Object') + '{';
      if (keys.length === 0 && !filled) return base || open + close;
      if (depth > this.depth) {
        if (base && works(pattern, v)) return base;
        const style = prefix(isArray(v) ? 'Array' : 'Object').trimEnd();
        return name === null ? style : `[${style}]`;
      }
      this.seen.push(v);
      this.current = depth + 1;
      const out = contents();
      for (const k of keys) out.push(this.property(v, k, depth + 1, false));
      this.seen.pop();
      if (this.circular.has(v)) base = `<ref *${this.circular.get(v)}>` + (base && ' ' + base);
      return this.join(v, out, array && out.length > 6 ? this.group(out, v) : out, base, open, close, depth + 1);
    }
    functionBase(v, name, tag) {
      const source = call.functionText(v), suffix = tag !== '' && tag !== name ? ` [${tag}]` : '';
      if (/^class\b/.test(source) && source.endsWith('}')) {
        const above = name === null ? null : getPrototypeOf(v).name;
        return `[class ${(hasOwn(v, 'name') && v.name) || '(anonymous)'}${name !== 'Function' && name !== null ? ` [${name}]` : ''}${suffix}${name === null ? ' extends [null prototype]' : above ? ` extends ${above}` : ''}]`;
      }
      const type = /^async\b/.test(source) ? (/^async\s*(?:function\s*)?\*/.test(source) ? 'AsyncGeneratorFunction' : 'AsyncFunction') : /^(?:function\s*)?\*/.test(source) ? 'GeneratorFunction' : 'Function';
      return `[${type}${name === null ? ' (null prototype)' : ''}${v.name === '' ? ' (anonymous)' : `: ${text(v.name)}`}]${name !== type && name !== null ? ` ${name}` : ''}${suffix}`;
    }
    error(v, name, tag) {
      const own = v.name != null ? text(v.name) : 'Error';
      let stack = hasOwn(v, 'stack') && typeof v.stack === 'string' && !/\n\s+at /.test(v.stack) ? v.stack : call.errorText(v);
      if (name !== null && own.endsWith('Error') && stack.startsWith(own) && (stack.length === own.length || ':\n'.includes(stack[own.length]))) {
        const p = name + (tag !== '' && tag !== name ? ` [${tag}]` : '');
        if (own !== p) stack = p.includes(own) ? p + stack.slice(own.length) : `${p} [${own}]${stack.slice(own.length)}`;
      }
      if (!stack.includes('\n    at')) stack = `[${stack}]`;
      return this.indentation ? stack.replaceAll('\n', '\n' + ' '.repeat(this.indentation)) : stack;
    }
    property(o, k, depth, bare) {
      const d = describe(o, k) ?? { value: o[k], enumerable: true };
      const s = hasOwn(d, 'value') ? this.indented(d.value, depth) : d.get ? (d.set ? '[Getter/Setter]' : '[Getter]') : d.set ? '[Setter]' : 'undefined';
      if (bare) return s;
      const name = typeof k === 'symbol' ? `[${escaped(call.symbolText(k), "'")}]` : k === '__proto__' ? "['__proto__']" : d.enumerable === false ? `[${escaped(k, "'")}]` : /^[a-zA-Z_]\w*$/.test(k) ? k : quote(k);
      return `${name}: ${s}`;
    }
    group(out, v) {
      const count = out.length > this.maxItems ? out.length - 1 : out.length, lengths = out.slice(0, count).map(width);
      const total = lengths.reduce((a, b) => a + b + 2, 0), longest = Math.max(...lengths), actual = longest + 2;
      if (actual * 3 + this.indentation >= this.breakLength || !(total / actual > 5 || longest <= 6)) return out;
      const bias = Math.max(actual - 3 - Math.sqrt(actual - total / out.length), 1);
      const columns = Math.min(Math.round(Math.sqrt(2.5 * bias * count) / bias), Math.floor((this.breakLength - this.indentation) / actual), 12, 15);
      if (columns <= 1) return out;
      const widths = Array.from({ length: columns }, (_, i) => Math.max(...lengths.filter((_, j) => j % columns === i)) + 2);
      const right = out.every((_, i) => typeof v[i] === 'number' || typeof v[i] === 'bigint'), rows = [];
      for (let i = 0; i < count; i += columns) {
        const end = Math.min(i + columns, count);
        let row = '';
        for (let j = i; j < end - 1; j++) { const cell = `${out[j]}, `, w = widths[j - i] + out[j].length - lengths[j]; row += right ? cell.padStart(w) : cell.padEnd(w); }
        rows.push(row + (right ? out[end - 1].padStart(widths[end - 1 - i] + out[end - 1].length - lengths[end - 1] - 2) : out[end - 1]));
      }
      if (count < out.length) rows.push(out[count]);
      return rows;
    }
    join(v, out, rows, base, open, close, depth) {
      const start = base ? `${base} ${open}` : open;
      if (this.current - depth < 3 && rows.length === out.length) {
        const used = rows.reduce((n, r) => n + r.length, rows.length * 2 + this.indentation + open.length + base.length + 10);
        if (used <= this.breakLength && rows.length * 3 + this.indentation + open.length + base.length + 10 <= this.breakLength && !base.includes('\n')) {
          const line = rows.join(', ');
          if (!line.includes('\n')) return `${start} ${line} ${close}`;
        }
      }
      const line = '\n' + ' '.repeat(this.indentation);
      return `${start}${line}  ${rows.join(`,${line}  `)}${line}${close}`;
    }
  }
  const inspect = (v, options) => new Inspector(options).format(v);

  function hasBuiltInText(v) {
    if (typeof v.toString !== 'function' && typeof v[Symbol.toPrimitive] !== 'function') return true;
    for (let o = v; o !== null; o = getPrototypeOf(o)) {
      if (hasOwn(o, 'toString') || hasOwn(o, Symbol.toPrimitive)) return o !== v && builtIns.has(describe(o, 'constructor')?.value?.name);
    }
    return true;
  }
  function directive(d, v) {
    const number = (n) => (is(n, -0) ? '-0' : text(n));
    switch (d) {
      case 's': return typeof v === 'bigint' ? v + 'n' : is(v, -0) ? '-0' : typeof v !== 'object' || v === null || !hasBuiltInText(v) ? text(v) : inspect(v, { depth: 0 });
      case 'd': return typeof v === 'bigint' ? v + 'n' : typeof v === 'symbol' ? 'NaN' : number(Number(v));
      case 'i': return typeof v === 'bigint' ? v + 'n' : typeof v === 'symbol' ? 'NaN' : number(parseInt(v));
      case 'f': return typeof v === 'symbol' ? 'NaN' : number(parseFloat(v));
      case 'j': try { return text(json(v)); } catch (e) { if (e instanceof TypeError && !(e.message ?? '').includes('BigInt')) return '[Circular]'; throw e; }
      case 'o': return inspect(v, { depth: 4, hidden: true });
      case 'O': return inspect(v);
      default: return '';
    }
  }
  function format(args) {
    let next = 0, out = '';
    if (typeof args[0] === 'string') {
      if (args.length === 1) return args[0];
      next = 1;
      out = args[0].replace(/%[sdifjoOc%]/g, (m) => (m === '%%' ? '%' : next < args.length ? directive(m[1], args[next++]) : m));
    }
    for (; next < args.length; next++) out += (next > 0 ? ' ' : '') + (typeof args[next] === 'string' ? args[next] : inspect(args[next]));
    return out;
  }
  let indent = '';
  const counts = new Map();
  const line = (s) => write((indent ? indent + s.replaceAll('\n', '\n' + indent) : s) + '\n');
  const log = (...args) => line(format(args));
  function table(data, columns) {
    if (typeof data !== 'object' || data === null) return log(data);
    const cell = (v) => inspect(v, { depth: v !== null && typeof v === 'object' && !isArray(v) && !works(typedLength, v) && keysOf(v).length > 2 ? -1 : 0, maxItems: 3, breakLength: Infinity });
    const grid = new Map(), put = (column, row, s) => { if (!grid.has(column)) grid.set(column, []); if (row >= 0) grid.get(column)[row] = s; };
    let rows = 0, order;
    if (works(mapSize, data) || works(setSize, data)) {
      const map = works(mapSize, data);
      order = map ? ['(iteration index)', 'Key', 'Values'] : ['(iteration index)', 'Values'];
      order.forEach((c) => put(c, -1));
      for (const e of map ? call.mapEntries(data) : call.setValues(data)) {
        put(order[0], rows, text(rows));
        if (map) put('Key', rows, cell(e[0]));
        put('Values', rows++, cell(map ? e[1] : e));
      }
    } else {
      const names = { __proto__: null };
      let values = false;
      for (const k of keysOf(data)) {
        const item = data[k], simple = item === null || (typeof item !== 'object' && typeof item !== 'function');
        put('(index)', rows, k);
        if (simple && !columns) { put('Values', rows, cell(item)); values = true; } else for (const c of columns ?? keysOf(item)) { names[c] = true; put('.' + c, rows, simple || !hasOwn(item, c) ? '' : cell(item[c])); }
        rows++;
      }
      if (rows === 0) put('(index)', -1);
      order = ['(index)', ...keysOf(names).map((c) => '.' + c), ...(values ? ['Values'] : [])];
    }
    const cells = order.map((c) => [c.startsWith('.') ? c.slice(1) : c, ...Array.from({ length: rows }, (_, i) => grid.get(c)?.[i] ?? '')]), widths = cells.map((c) => Math.max(...c.map(width)) + 2);
    const rule = (l, m, r) => l + widths.map((w) => '─'.repeat(w)).join(m) + r, row = (i) => '│' + cells.map((c, k) => ' ' + c[i] + ' '.repeat(widths[k] - 1 - width(c[i]))).join('│') + '│';
    line([rule('┌', '┬', '┐'), row(0), rule('├', '┼', '┤'), ...Array.from({ length: rows }, (_, i) => row(i + 1)), rule('└', '┴', '┘')].join('\n'));
  }
  const group = (...args) => { if (args.length) log(...args); indent += '  '; };
  globalThis.console = {
    log, info: log, debug: log, error: log, warn: log, table, group, groupCollapsed: group, groupEnd() { indent = indent.slice(0, -2); }, dirxml: log,
    dir: (v, o) => line(inspect(v, { depth: o?.depth === null ? Infinity : o?.depth ?? 2, hidden: o?.showHidden ?? false })),
    assert(ok, ...args) { if (!ok) { if (args.length) args[0] = `Assertion failed: ${args[0]}`; else args[0] = 'Assertion failed'; log(...args); } },
    count(label = 'default') { label = `${label}`; counts.set(label, (counts.get(label) ?? 0) + 1); log(`${label}: ${counts.get(label)}`); }, countReset(label = 'default') { counts.delete(`${label}`); },
  };

  let now = 0, order = 0;
  const timers = new Map(), immediates = [];
  const start = (repeats) => (f, delay = 1, ...args) => { const wait = delay >= 1 ? Math.trunc(delay) : 1, id = ++order; timers.set(id, { id, f, args, at: now + wait, wait, repeats, order: id }); return id; };
  globalThis.setTimeout = start(false);
  globalThis.setInterval = start(true);
  globalThis.clearTimeout = globalThis.clearInterval = (id) => { timers.delete(id); };
  globalThis.setImmediate = (f, ...args) => { immediates.push({ f, args }); return immediates.at(-1); };
  globalThis.clearImmediate = (i) => { const at = immediates.indexOf(i); if (at >= 0) immediates.splice(at, 1); };
  globalThis.queueMicrotask ??= (f) => { then(Promise.resolve(), () => f()); };
  globalThis.process = { argv: ['node', 'program'], env: {}, platform: 'linux', stdout: { write: (s) => (write(text(s)), true) }, nextTick: (f, ...args) => { then(Promise.resolve(), () => f(...args)); }, hrtime: Object.assign(() => [now, 0], { bigint: () => BigInt(now) }), memoryUsage: () => ({ heapUsed: 0 }) };
  globalThis.performance ??= { now: () => now };
  globalThis.TextEncoder ??= class TextEncoder {
    get encoding() { return 'utf-8'; }
    encode(s = '') { const escaped = encodeURIComponent(text(s).toWellFormed()), out = []; for (let i = 0; i < escaped.length; i++) { if (escaped[i] === '%') { out.push(parseInt(escaped.slice(i + 1, i + 3), 16)); i += 2; } else out.push(escaped.charCodeAt(i)); } return Uint8Array.from(out); }
  };
  globalThis.TextDecoder ??= class TextDecoder {
    get encoding() { return 'utf-8'; }
    decode(bytes) { return decodeURIComponent(Array.from(new Uint8Array(bytes.buffer ?? bytes, bytes.byteOffset ?? 0, bytes.byteLength), (b) => '%' + b.toString(16).padStart(2, '0')).join('')); }
  };
  for (const name of ['print', 'printErr', 'load', 'loadWithNewGlobal', 'Polyglot', 'Graal', 'quit', 'exit']) delete globalThis[name];
  // Runs the next callback; false where none is left.
  return () => {
    let timer = null;
    for (const t of timers.values()) if (timer === null || t.at < timer.at || (t.at === timer.at && t.order < timer.order)) timer = t;
    if (immediates.length > 0 && (timer === null || timer.at > now)) { const { f, args } = immediates.shift(); f(...args); return true; }
    if (timer === null) return false;
    now = Math.max(now, timer.at);
    if (timer.repeats) { timer.at = now + timer.wait; timer.order = ++order; } else timers.delete(timer.id);
    timer.f(...timer.args);
    return true;
  };
})
