// Switches whose cases lie close together: in order, out of order, with gaps, negative, falling through, in loops, on other types.

function plain(k) {
  switch (k) {
    case 0: return "zero";
    case 1: return "one";
    case 2: return "two";
    case 3: return "three";
    case 5: return "five";
    case 6: return "six";
    case 7: return "seven";
    case 8: return "eight";
    case 9: return "nine";
    default: return "other";
  }
}

function negative(k, a, b) {
  let r = a;
  switch (k | 0) {
    case -5: r += b; break;
    case 3: r -= b; break;
    case -4: r ^= b;
    case -3: r += 1; break;
    case -1: r = b; break;
    case 0: r <<= 1; break;
    case 1: r = a * b; break;
    case 2: r = -r; break;
    case 4: r = r / 2; break;
    case -2: break;
  }
  return r;
}

function machine(code, input) {
  const stack = [];
  let pc = 0;
  let steps = 0;
  let acc = 0;
  loop: while (steps++ < 500) {
    switch (code[pc++]) {
      case 0: acc = code[pc++]; continue;
      case 1: acc += code[pc++]; break;
      case 2: acc -= code[pc++]; break;
      case 3: stack.push(acc); break;
      case 4: acc = stack.pop() + acc; break;
      case 5: acc = input; break;
      case 6: if (acc > 0) pc = code[pc]; else pc++; break;
      case 7: acc = acc * 3 % 1001; break;
      case 8: acc = acc / 2; break;
      case 9: break loop;
      case 10: pc = code[pc]; break;
      default: return "bad " + pc;
    }
    if (pc > 100) break;
  }
  return acc + ":" + steps + ":" + stack.length;
}

const extremes = [0x7fffffff, -0x80000000, 0x7ffffff0, 2 ** 32, 2 ** 32 + 1, -(2 ** 31) - 1, 1.5, -0, NaN, Infinity, "1", null, undefined, true, {}, 4n];
let text = "";
for (let round = 0; round < 300; round++) {
  text = "";
  for (let k = -3; k < 13; k++) text += plain(k) + " ";
  for (let k = -7; k < 7; k++) text += negative(k, round, k + 3) + " ";
}
console.log(text);
const program = [5, 3, 2, 1, 6, 2, 7, 3, 4, 1, 5, 8, 9];
let last = "";
for (let i = 0; i < 200; i++) last = machine(program, i % 7);
console.log(last, machine([0, 5, 10, 4, 9], 0), machine([77], 1), machine([0, 2.5, 7, 8, 9], 0));
for (const value of extremes) console.log(String(value), plain(value), typeof value === "bigint" ? "" : negative(value, 7, 2));

function sparse(k) {
  switch (k) {
    case 1: return 1;
    case 100: return 2;
    case 1000: return 3;
    case 2000: return 4;
    case 3000: return 5;
    case 40000: return 6;
    case 500000: return 7;
    case 6000000: return 8;
    case 1000000000: return 9;
  }
  return 0;
}
let sum = 0;
for (let i = 0; i < 400; i++) sum += sparse([1, 100, 1000, 2000, 3000, 40000, 500000, 6000000, 1000000000, 7][i % 10]);
console.log(sum);
