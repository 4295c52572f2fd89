// A stack machine with an assembler, running three programs, with a table of handlers and with a switch.
const OPS = ["push", "add", "sub", "mul", "dup", "swap", "jmp", "jz", "load", "store", "lt", "call", "ret", "halt", "mod", "out"];
function assemble(text) {
  const code = [], labels = {}, fixups = [];
  for (const line of text.trim().split("\n")) {
    const [op, arg] = line.trim().split(" ");
    if (op.endsWith(":")) { labels[op.slice(0, -1)] = code.length; continue; }
    code.push(OPS.indexOf(op));
    if (arg !== undefined) { if (Number.isNaN(Number(arg))) { fixups.push([code.length, arg]); code.push(0); } else code.push(Number(arg)); }
  }
  for (const [at, label] of fixups) code[at] = labels[label];
  return code;
}
function run(code, limit) {
  const stack = [], vars = [0, 0, 0, 0], calls = [], out = [];
  let pc = 0, steps = 0;
  while (steps++ < limit) {
    switch (code[pc++]) {
      case 0: stack.push(code[pc++]); break;
      case 1: { const b = stack.pop(), a = stack.pop(); stack.push(a + b); break; }
      case 2: { const b = stack.pop(), a = stack.pop(); stack.push(a - b); break; }
      case 3: { const b = stack.pop(), a = stack.pop(); stack.push(a * b); break; }
      case 4: stack.push(stack[stack.length - 1]); break;
      case 5: { const b = stack.pop(), a = stack.pop(); stack.push(b, a); break; }
      case 6: pc = code[pc]; break;
      case 7: pc = stack.pop() === 0 ? code[pc] : pc + 1; break;
      case 8: stack.push(vars[code[pc++]]); break;
      case 9: vars[code[pc++]] = stack.pop(); break;
      case 10: { const b = stack.pop(), a = stack.pop(); stack.push(a < b ? 1 : 0); break; }
      case 11: calls.push(pc + 1); pc = code[pc]; break;
      case 12: pc = calls.pop(); break;
      case 13: return out.join(" ") + " in " + steps;
      case 14: { const b = stack.pop(), a = stack.pop(); stack.push(a % b); break; }
      case 15: out.push(stack.pop()); break;
      default: throw new Error("bad opcode at " + (pc - 1));
    }
  }
  return out.join(" ") + " stopped";
}
const sum = assemble(`
  push 0
  store 0
  push 0
  store 1
  loop:
  load 0
  push 300
  lt
  jz end
  load 1
  load 0
  add
  store 1
  load 0
  push 1
  add
  store 0
  jmp loop
  end:
  load 1
  out
  halt`);
const gcd = assemble(`
  push 1071
  store 0
  push 462
  store 1
  again:
  load 1
  jz done
  load 1
  load 0
  load 1
  mod
  store 1
  store 0
  jmp again
  done:
  load 0
  out
  halt`);
const square = assemble(`
  push 7
  call sq
  out
  push 12
  call sq
  call sq
  out
  halt
  sq:
  dup
  mul
  ret`);
for (const program of [sum, gcd, square]) console.log(program.length, run(program, 10000));
console.log(run(sum, 100));
try { run([99], 5); } catch (e) { console.log(e.message); }
const half = sum.map((x, i) => (i === 1 ? 0.5 : x));
console.log(run(half, 10000));
