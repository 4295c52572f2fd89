// A switch in a loop as a state machine: an integer switch, hot.
const program = [0, 5, 1, 3, 2, 0, 4, 7, 3, 1, 9, 6];
function machine(steps) {
  let state = 0;
  let acc = 1;
  let trace = 0;
  for (let i = 0; i < steps; i++) {
    const op = program[(i + state) % program.length];
    switch (op) {
      case 0: acc = (acc + 3) & 1023; break;
      case 1: acc = (acc * 2) & 1023;
      case 2: state = (state + 1) % 5; break;
      case 3: acc ^= 0x55; break;
      case 4: if (acc & 1) { state = 0; break; } acc >>= 1; break;
      case 5: acc = -acc & 1023; break;
      case 6: continue;
      case 7: acc = (acc + state) | 0; break;
      default: acc = (acc - 1) & 1023;
    }
    trace = (trace * 31 + acc + state) | 0;
  }
  return trace + "/" + acc + "/" + state;
}
for (const n of [1, 10, 100, 5000]) console.log(n, machine(n));
function words(op) {
  switch (op) {
    case "push": return 1;
    case "pop": return -1;
    case "dup": return 2;
    case "swap": return 0;
    default: return op.length;
  }
}
let total = 0;
const ops = ["push", "pop", "dup", "swap", "rotate", "pu" + "sh"];
for (let i = 0; i < 3000; i++) total += words(ops[i % ops.length]);
console.log(total);
