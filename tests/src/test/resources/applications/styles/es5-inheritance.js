// JavaScript of 2010: constructor functions, prototypes, an extend helper, private state in closures, arguments, callbacks.
(function (root) {
  function extend(child, parent) {
    var F = function () {};
    F.prototype = parent.prototype;
    child.prototype = new F();
    child.prototype.constructor = child;
    child.superclass = parent.prototype;
    return child;
  }
  function Emitter() { this._handlers = {}; }
  Emitter.prototype.on = function (name, handler, context) { (this._handlers[name] = this._handlers[name] || []).push({ f: handler, c: context || this }); return this; };
  Emitter.prototype.off = function (name, handler) {
    var list = this._handlers[name] || [];
    for (var i = list.length; i--;) if (list[i].f === handler) list.splice(i, 1);
    return this;
  };
  Emitter.prototype.once = function (name, handler) { var self = this; return this.on(name, function wrapper() { self.off(name, wrapper); handler.apply(this, arguments); }); };
  Emitter.prototype.emit = function (name) {
    var args = Array.prototype.slice.call(arguments, 1), list = (this._handlers[name] || []).slice();
    for (var i = 0; i < list.length; i++) list[i].f.apply(list[i].c, args);
    return list.length;
  };
  var Model = extend(function Model(attributes) {
    Emitter.call(this);
    var data = {}, previous = {};
    this.get = function (key) { return data[key]; };
    this.set = function (key, value) {
      if (arguments.length === 1 && typeof key === 'object') { for (var k in key) if (key.hasOwnProperty(k)) this.set(k, key[k]); return this; }
      if (data[key] !== value) { previous[key] = data[key]; data[key] = value; this.emit('change:' + key, value, previous[key]); this.emit('change', key); }
      return this;
    };
    this.toJSON = function () { return JSON.parse(JSON.stringify(data)); };
    this.set(attributes || {});
  }, Emitter);
  var User = extend(function User() { Model.apply(this, arguments); this.kind = 'user'; }, Model);
  User.prototype.name = function () { return this.get('first') + ' ' + this.get('last'); };
  User.prototype.toString = function () { return '[User ' + this.name() + ']'; };
  var Admin = extend(function Admin() { User.apply(this, arguments); }, User);
  Admin.prototype.name = function () { return 'Admin ' + Admin.superclass.name.call(this); };
  root.lib = { Model: Model, User: User, Admin: Admin, extend: extend };
})(this);
var lib = this.lib, log = [];
var u = new lib.User({ first: 'Ada', last: 'Lovelace' });
u.on('change', function (key) { log.push(key + '=' + this.get(key)); }).on('change:first', function (now, before) { log.push(before + '->' + now); });
u.once('change:last', function () { log.push('once ' + arguments.length); });
u.set('first', 'Augusta').set({ last: 'King', born: 1815 }).set('last', 'Byron').set('last', 'Byron');
console.log(log.join('; '));
console.log(String(u), u instanceof lib.User, u instanceof lib.Model, u.constructor === lib.User, Object.keys(u), u.toJSON());
var admin = new lib.Admin({ first: 'Grace', last: 'Hopper' });
console.log('' + admin, lib.Model.prototype.isPrototypeOf(admin), admin.hasOwnProperty('name'), 'name' in admin);
for (var k in admin) if (!admin.hasOwnProperty(k)) log.push(k);
console.log(log.slice(-8).sort().join());
function curry(fn) {
  var arity = fn.length;
  return (function more(args) { return function () { var all = args.concat([].slice.call(arguments)); return all.length >= arity ? fn.apply(this, all) : more(all); }; })([]);
}
var volume = curry(function (a, b, c) { return a * b * c; });
console.log(volume(2)(3)(4), volume(2, 3)(4), volume(2)(3, 4), volume(1, 2, 3));
function sum() { var total = 0; for (var i = 0; i < arguments.length; i++) total += arguments[i]; return total; }
function swap(a, b) { arguments[0] = b; arguments[1] = a; return [a, b, arguments.length]; }
console.log(sum.apply(null, [1, 2, 3, 4]), sum.call(null), swap(1, 2), swap(1), typeof arguments);
function Point(x, y) { if (!(this instanceof Point)) return new Point(x, y); this.x = x; this.y = y; }
Point.prototype = { constructor: Point, add: function (o) { return Point(this.x + o.x, this.y + o.y); }, valueOf: function () { return Math.sqrt(this.x * this.x + this.y * this.y); } };
console.log(Point(1, 2).add(new Point(2, 2)), Point(3, 4) + 1, Point(6, 8) > Point(3, 4));
var memo = (function () { var cache = {}, calls = 0; return function f(n) { if (n in cache) return cache[n]; calls++; return (cache[n] = n < 2 ? n : f(n - 1) + f(n - 2)); }; })();
console.log(memo(70), memo(10));
for (var i = 0, fs = []; i < 3; i++) (function (j) { fs.push(function () { return j; }); fs.push(function () { return i; }); })(i);
console.log(fs.map(function (f) { return f(); }).join(''));
label: for (var a = 0; a < 5; a++) { for (var b = 0; b < 5; b++) { if (b === 3) continue label; if (a === 2) break label; } }
console.log(a, b, void 0 === undefined, typeof undeclared, (function () { return typeof this; })());
