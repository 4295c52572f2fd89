// Direct and indirect eval: what declarations belong to, completion values, what stays visible; hot.
var global = 'global';
globalThis.global = 'really global';
function declares(code) {
    eval(code);
    return typeof added + ' ' + (typeof added === 'function' ? added() : typeof added === 'undefined' ? '' : added);
}
console.log(declares('var added = 1'), '|', declares('function added() { return 2 }'), '|', declares('let added = 3'),
    '|', declares('"use strict"; var added = 4'), '|', declares(''));
function shadows(local) {
    const before = local;
    eval('var local = before + 1; var fresh = local * 2');
    const closure = () => [local, fresh];
    eval('fresh++');
    return [closure(), delete fresh, typeof fresh];
}
console.log(shadows(1));
function parameters(a = eval('var hidden = 5; hidden'), b = () => hidden) {
    var hidden = 6;
    return [a, b(), hidden];
}
console.log(parameters());
console.log((0, eval)('global'), eval('global'), (0, eval)('typeof module'));
for (const code of ['1; if (false) 2;', '1; do { 2; continue; } while (false)', '1; { }', '3; var x = 4', 'l: { 5; break l; }',
    'try { 6 } finally { 7 }', 'do { try { 8 } finally { 9; break; } } while (true)', 'switch (1) { case 1: 10; default: }',
    'with ({ y: 11 }) y', 'for (var i = 0; i < 3; i++) i', '({ a: 12 })', 'function f() {}', '(() => 13)()', '']) {
    console.log(JSON.stringify(code), eval(code));
}
class Base { who() { return 'base ' + this.n; } }
class Derived extends Base {
    #secret = 7;
    field = eval('this.n = 1, new.target');
    constructor() { eval('super()'); }
    who() { return eval('super.who() + " " + this.#secret + " " + (() => new.target)()'); }
    static { eval('var inside = 1'); }
}
console.log(new Derived().who(), new Derived().field);
for (const code of ['let a; var a', 'super.x', 'new.target', 'await 1', '#x in {}', 'return', 'break']) {
    try {
        (0, eval)(code);
        console.log(code, 'ran');
    } catch (e) {
        console.log(code, e.name);
    }
}
function hot(n) {
    let total = 0;
    for (let i = 0; i < n; i++) {
        total += eval('i * 2');
        if (i % 1000 === 0) eval('var late = i');
    }
    return total + late;
}
console.log(hot(5000));
const made = new Function('a', 'b = a * 2', '...rest', 'return [a, b, rest.length, typeof hot]');
console.log(made(1), made(1, 2, 3), made.name, made.length, String(made));
const generator = Object.getPrototypeOf(function* () {}).constructor('n', 'for (let i = 0; i < n; i++) yield i * i');
console.log([...generator(5)]);
try {
    Function('/*', '*/){');
} catch (e) {
    console.log(e.name);
}
