// Where −0 comes from, and that it is never lost.
const show = (x) => (Object.is(x, -0) ? "-0" : String(x));

const zero = 0;
console.log(show(-zero), show(zero * -1), show(-1 * zero), show(zero / -5));
console.log(show(-5 % 5), show(5 % -5), show(-0 % 3), show(-0 + -0), show(-0 + 0), show(0 - 0), show(-0 - 0));
console.log(show(Math.round(-0.4)), show(Math.round(-0.5)), show(Math.round(-0.6)));
console.log(show(Math.ceil(-0.9)), show(Math.floor(-0)), show(Math.trunc(-0.9)), show(Math.sqrt(-0)));
console.log(show(Math.min(0, -0)), show(Math.min(-0, 0)), show(Math.max(0, -0)), show(Math.max(-0, -0)));
console.log(show(Math.abs(-0)), show(Math.sign(-0)), show(Math.pow(-0, 3)), show(Math.pow(-0, 2)));
console.log(show(-0 | 0), show(-0 >>> 0), show(~~-0), show(-0 << 1));
console.log(1 / -0, 1 / 0, -0 === 0, Object.is(-0, 0), [-0].includes(0), [-0].indexOf(0));
console.log(String(-0), `${-0}`, -0 + "", JSON.stringify(-0), (-0).toFixed(2), (-0).toString());
let x = 0;
x = -x;
console.log(show(x), show(x++), show(x), show(-(x - 1)));
let y = -1;
y++;
console.log(show(y));
let z = -0;
z++;
z--;
console.log(show(z));
console.log(show(parseInt("-0")), show(parseFloat("-0")), show(Number("-0")), show(+"-0"));
const keyed = {};
keyed[-0] = "zero";
console.log(Object.keys(keyed).join(), keyed[0], new Map([[-0, "m"]]).get(0));
console.log(show([...new Set([-0])][0]), show(new Float64Array([-0])[0]), show(new Int32Array([-0])[0]));
