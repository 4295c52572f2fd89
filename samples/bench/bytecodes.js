// An interpreter in the interpreter: a stack machine driven by a switch, and one by a table of functions.

const PUSH = 0, ADD = 1, SUB = 2, MUL = 3, LESS = 4, JUMP = 5, BRANCH = 6, LOAD = 7, STORE = 8, MOD = 9, HALT = 10;

const program = [
  PUSH, 0, STORE, 0, PUSH, 0, STORE, 1,
  LOAD, 1, PUSH, 1200, LESS, BRANCH, 35,
  LOAD, 0, LOAD, 1, LOAD, 1, MUL, PUSH, 7, MOD, ADD, STORE, 0,
  LOAD, 1, PUSH, 1, ADD, STORE, 1, JUMP, 8, HALT,
];
program[14] = program.length - 1;
program[program.length - 2] = 8;

function run(code) {
  const stack = [];
  const memory = [0, 0, 0, 0];
  let pc = 0;
  for (;;) {
    switch (code[pc++]) {
      case PUSH: stack.push(code[pc++]); break;
      case ADD: { const b = stack.pop(); stack.push(stack.pop() + b); break; }
      case SUB: { const b = stack.pop(); stack.push(stack.pop() - b); break; }
      case MUL: { const b = stack.pop(); stack.push(stack.pop() * b); break; }
      case MOD: { const b = stack.pop(); stack.push(stack.pop() % b); break; }
      case LESS: { const b = stack.pop(); stack.push(stack.pop() < b); break; }
      case JUMP: pc = code[pc]; break;
      case BRANCH: pc = stack.pop() ? pc + 1 : code[pc]; break;
      case LOAD: stack.push(memory[code[pc++]]); break;
      case STORE: memory[code[pc++]] = stack.pop(); break;
      case HALT: return memory[0];
      default: throw new Error("bad opcode at " + pc);
    }
  }
}

class Machine {
  constructor(code) {
    this.code = code;
    this.pc = 0;
    this.top = 0;
    this.stack = new Int32Array(64);
    this.memory = new Int32Array(4);
    this.running = true;
  }
  push(value) { this.stack[this.top++] = value; }
  pop() { return this.stack[--this.top]; }
  operand() { return this.code[this.pc++]; }
  run() {
    while (this.running) HANDLERS[this.code[this.pc++]](this);
    return this.memory[0];
  }
}
const HANDLERS = [];
HANDLERS[PUSH] = (m) => m.push(m.operand());
HANDLERS[ADD] = (m) => m.push(m.pop() + m.pop());
HANDLERS[SUB] = (m) => { const b = m.pop(); m.push(m.pop() - b); };
HANDLERS[MUL] = (m) => m.push(m.pop() * m.pop());
HANDLERS[MOD] = (m) => { const b = m.pop(); m.push(m.pop() % b); };
HANDLERS[LESS] = (m) => { const b = m.pop(); m.push(m.pop() < b ? 1 : 0); };
HANDLERS[JUMP] = (m) => { m.pc = m.operand(); };
HANDLERS[BRANCH] = (m) => { const to = m.operand(); if (m.pop() === 0) m.pc = to; };
HANDLERS[LOAD] = (m) => m.push(m.memory[m.operand()]);
HANDLERS[STORE] = (m) => { m.memory[m.operand()] = m.pop(); };
HANDLERS[HALT] = (m) => { m.running = false; };

function work() {
  return run(program) * 100000 + new Machine(program).run();
}

const EXPECTED = 239902399;
const times = [];
const begun = performance.now();
for (let round = 0; round < 30 || (round < 100000 && performance.now() - begun < 3000); round++) {
  const start = performance.now();
  const result = work();
  times.push(performance.now() - start);
  if (result !== EXPECTED) {
    throw new Error("round " + round + ": expected " + EXPECTED + ", got " + result);
  }
}
console.log("bytecodes", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
