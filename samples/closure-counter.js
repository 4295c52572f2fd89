// Closures share variables: each counter is a context on the heap, and two functions see the same slot.
//
// Watch: in the bytecode, `count` is no register but a context slot (GET_CONTEXT, SET_CONTEXT), because it
// outlives the call. The optimizer inlines `next` into the loop and keeps the loads and stores of the slot:
// another closure could look. In the second part every iteration of `for (let i…)` has a fresh binding,
// which costs a copied context per iteration (COPY_CONTEXT); the last line shows that the closures really
// differ.

function makeCounter(step) {
  let count = 0;
  return {
    next: () => (count += step),
    reset: () => {
      count = 0;
    },
    get value() {
      return count;
    },
  };
}

function spin(counter, n) {
  for (let i = 0; i < n; i++) {
    counter.next();
    if (counter.value > 1_000_000) {
      counter.reset();
    }
  }
  return counter.value;
}

console.log(spin(makeCounter(1), 500_000));
console.log(spin(makeCounter(7), 500_000));

const getters = [];
for (let i = 0; i < 5; i++) {
  getters.push(() => i * i);
}
console.log(getters.map((get) => get()).join(" "));
