// A JSON parser with positions in its errors, a pretty printer, JSON pointers and merge patches: checked against the built-in one.
'use strict';
function JsonParser(text) { this.text = text; this.at = 0; }
JsonParser.prototype = {
  constructor: JsonParser,
  fail: function (message) {
    var before = this.text.slice(0, this.at), line = before.split('\n').length, column = this.at - before.lastIndexOf('\n');
    var error = new SyntaxError(message + ' at ' + line + ':' + column);
    error.at = this.at;
    throw error;
  },
  skip: function () { while (this.at < this.text.length && ' \t\r\n'.indexOf(this.text.charAt(this.at)) >= 0) this.at++; },
  expect: function (c) { if (this.text.charAt(this.at) !== c) this.fail('expected ' + c + ' but got ' + (this.text.charAt(this.at) || 'end')); this.at++; },
  value: function () {
    this.skip();
    var c = this.text.charAt(this.at);
    switch (c) {
      case '{': return this.object();
      case '[': return this.array();
      case '"': return this.string();
      case 't': return this.word('true', true);
      case 'f': return this.word('false', false);
      case 'n': return this.word('null', null);
      default: return c === '-' || c >= '0' && c <= '9' ? this.number() : this.fail(c === '' ? 'unexpected end' : 'unexpected ' + c);
    }
  },
  word: function (word, value) {
    if (this.text.substr(this.at, word.length) !== word) this.fail('bad literal');
    this.at += word.length;
    return value;
  },
  number: function () {
    var start = this.at, t = this.text;
    if (t[this.at] === '-') this.at++;
    if (t[this.at] === '0') this.at++; else this.digits();
    if (t[this.at] === '.') { this.at++; this.digits(); }
    if (t[this.at] === 'e' || t[this.at] === 'E') {
      this.at++;
      if (t[this.at] === '+' || t[this.at] === '-') this.at++;
      this.digits();
    }
    return parseFloat(t.substring(start, this.at));
  },
  digits: function () {
    var start = this.at;
    while (this.text[this.at] >= '0' && this.text[this.at] <= '9') this.at++;
    if (start === this.at) this.fail('expected a digit');
  },
  string: function () {
    var out = '', escapes = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', '/': '/' };
    this.at++;
    for (;;) {
      var c = this.text.charAt(this.at++);
      if (c === '') { this.at--; this.fail('unterminated string'); }
      if (c === '"') return out;
      if (c < ' ') { this.at--; this.fail('control character'); }
      if (c !== '\\') { out += c; continue; }
      c = this.text.charAt(this.at++);
      if (c === 'u') {
        var hex = this.text.substr(this.at, 4);
        if (!/^[0-9a-fA-F]{4}$/.test(hex)) this.fail('bad escape');
        out += String.fromCharCode(parseInt(hex, 16));
        this.at += 4;
      } else if (escapes.hasOwnProperty(c)) out += escapes[c];
      else { this.at--; this.fail('bad escape'); }
    }
  },
  array: function () {
    var out = [];
    this.at++; this.skip();
    if (this.text.charAt(this.at) === ']') { this.at++; return out; }
    for (;;) {
      out.push(this.value());
      this.skip();
      if (this.text.charAt(this.at) === ']') { this.at++; return out; }
      this.expect(',');
    }
  },
  object: function () {
    var out = {};
    this.at++; this.skip();
    if (this.text.charAt(this.at) === '}') { this.at++; return out; }
    for (;;) {
      this.skip();
      if (this.text.charAt(this.at) !== '"') this.fail('expected a key');
      var key = this.string();
      this.skip(); this.expect(':');
      var value = this.value();
      if (key === '__proto__') Object.defineProperty(out, key, { value: value, enumerable: true, writable: true, configurable: true });
      else out[key] = value;
      this.skip();
      if (this.text.charAt(this.at) === '}') { this.at++; return out; }
      this.expect(',');
    }
  },
};
function parse(text) {
  var p = new JsonParser(text), v = p.value();
  p.skip();
  if (p.at !== text.length) p.fail('trailing text');
  return v;
}
function print(value, width, indent) {
  indent = indent || '';
  var flat = compact(value);
  if (flat.length + indent.length <= width || typeof value !== 'object' || value === null) return flat;
  var inner = indent + '  ';
  var parts = Array.isArray(value)
    ? value.map(function (v) { return inner + print(v, width, inner); })
    : Object.keys(value).map(function (k) { return inner + quote(k) + ': ' + print(value[k], width, inner); });
  var brackets = Array.isArray(value) ? '[]' : '{}';
  return brackets[0] + '\n' + parts.join(',\n') + '\n' + indent + brackets[1];
}
function quote(s) {
  return '"' + s.replace(/["\\\u0000-\u001f\u2028\ud800-\udfff]/g, function (c, offset) {
    var code = c.charCodeAt(0);
    if (code >= 0xd800 && code < 0xdc00 && s.charCodeAt(offset + 1) >> 10 === 0x37) return c;
    if (code >= 0xdc00 && s.charCodeAt(offset - 1) >> 10 === 0x36) return c;
    return c === '"' || c === '\\' ? '\\' + c : '\\u' + ('000' + code.toString(16)).slice(-4);
  }) + '"';
}
function compact(value) {
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return '[' + value.map(compact).join(', ') + ']';
  return '{' + Object.keys(value).map(function (k) { return quote(k) + ': ' + compact(value[k]); }).join(', ') + '}';
}
function pointer(document, path) {
  return path.split('/').slice(1).reduce(function (at, part) {
    if (at === undefined || at === null) return undefined;
    return at[part.replace(/~1/g, '/').replace(/~0/g, '~')];
  }, document);
}
function mergePatch(target, patch) {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  var out = typeof target === 'object' && target !== null && !Array.isArray(target) ? Object.assign({}, target) : {};
  for (var key in patch) if (patch[key] === null) delete out[key]; else out[key] = mergePatch(out[key], patch[key]);
  return out;
}

var samples = ['0', '-0.5e+3', '"a\\u0041\\n\\"\\\\"', '[]', '{}', '[1,[2,[3,[]]],{"a":{"b":null}}]', ' { "x" : [ true , false , null ] } ', '{"__proto__":1,"a":2}', '"\\ud83d\\ude00 \\ud800"', '[1e400,-1e-400,123456789012345680000]'];
samples.forEach(function (s) {
  var mine = parse(s), theirs = JSON.parse(s);
  console.log(JSON.stringify(mine) === JSON.stringify(theirs), compact(mine));
});
['', '{', '[1,]', '{"a" 1}', '{a:1}', '"abc', '01', '1.', '-', 'tru', '[1 2]', '"\\x"', '{"a":1}}', '\n\n  [1,\n   nope]', '"\u0001"'].forEach(function (s) {
  var builtin = false;
  try { JSON.parse(s); } catch (e) { builtin = e instanceof SyntaxError; }
  try { parse(s); console.log('parsed?', s); } catch (e) { console.log(e.message, e.at, builtin); }
});
var seed = 7;
function random(n) { seed = (seed * 16807) % 2147483647; return seed % n; }
function generate(depth) {
  switch (random(depth > 0 ? 7 : 4)) {
    case 0: return random(100000) / 16 - 500;
    case 1: return random(2) === 1;
    case 2: return null;
    case 3: return Array.from({ length: random(12) }, function () { return String.fromCharCode(32 + random(96)); }).join('') + (random(5) === 0 ? '\u00e9\u2028' : '');
    case 4: return Array.from({ length: random(5) }, function () { return generate(depth - 1); });
    default: {
      var o = {};
      for (var i = random(5); i > 0; i--) o[String.fromCharCode(97 + random(26)) + random(10)] = generate(depth - 1);
      return o;
    }
  }
}
var agree = 0, size = 0;
for (var i = 0; i < 150; i++) {
  var document = generate(5), text = JSON.stringify(document), again = print(document, 40);
  size += again.length;
  if (JSON.stringify(parse(text)) === text && JSON.stringify(parse(again)) === text && JSON.stringify(JSON.parse(again)) === text) agree++;
}
console.log(agree, size);
var doc = { title: 'Goodbye!', author: { given: 'John', family: 'Doe' }, tags: ['example', 'sample'], 'a/b': { 'm~n': 8 }, content: 'This will be unchanged' };
console.log(print(doc, 50));
console.log(pointer(doc, '/tags/1'), pointer(doc, '/a~1b/m~0n'), pointer(doc, '/none/x'), pointer(doc, '') === doc);
console.log(print(mergePatch(doc, { title: 'Hello!', phone: '+01', author: { family: null }, tags: ['example'] }), 60));
