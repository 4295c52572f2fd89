// Loose comparison with null as a value, not only as a condition.
function either(token, type, val) { return token.type == type && (val == null || token.value == val); }
function isNull(v) { return v == null; }
function isSomething(v) { const r = v != null; return r; }
function both(a, b) { return [a == undefined, null == b, a != b]; }
const tokens = [{ type: 'name', value: 'a' }, { type: 'punc', value: '(' }, { type: 'eof', value: undefined }];
const asked = [['name', 'a'], ['punc', '('], ['name', null], ['punc', undefined], ['name', 'b'], ['eof', ''], ['eof', undefined]];
const values = [null, undefined, 0, '', NaN, {}, [], () => 1, Symbol.iterator, 1n, 0n, 1.5, true, false, /x/];
let hits = 0, nulls = 0, somethings = 0;
const lists = [];
for (let round = 0; round < 600; round++) {
    for (const token of tokens) {
        for (const [type, value] of asked) {
            if (either(token, type, value)) hits++;
        }
    }
    for (const v of values) {
        nulls += isNull(v) ? 1 : 0;
        somethings += isSomething(v) ? 1 : 0;
        const [x, y, z] = both(v, values[round % values.length]);
        if (x) nulls += 2;
        if (y) nulls += 3;
        if (z) somethings += 5;
    }
}
console.log(hits, nulls, somethings);
console.log(values.map(isNull).join(' '));
console.log(values.map(isSomething).join(' '));
