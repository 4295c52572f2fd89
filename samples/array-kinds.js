// How an array holds its elements depends on what was ever stored in it.
//
// Watch: `sum` over an array of ints reads int32 words; storing 0.5 turns the array into one of raw
// doubles, storing a string into one of tagged values, and `array[length + 10] = …` or `delete` makes it
// holey. Kinds only move forward. Each new kind that `sum` meets fails a guard a few times (elements kind),
// and the element access becomes polymorphic. An undefined read from a hole makes the sum NaN, as the
// language says.

function sum(a) {
  let s = 0;
  for (let i = 0; i < a.length; i++) {
    s += a[i];
  }
  return s;
}

function repeat(a, times) {
  let last = 0;
  for (let i = 0; i < times; i++) {
    last = sum(a);
  }
  return last;
}

const ints = [];
for (let i = 0; i < 1000; i++) {
  ints.push(i);
}
console.log("ints:", repeat(ints, 6_000));

const doubles = ints.slice();
doubles[500] = 0.5;
console.log("doubles:", repeat(doubles, 3_000));

const holey = ints.slice();
delete holey[500];
console.log("a hole:", repeat(holey, 3_000));

const tagged = ints.slice(0, 10);
tagged[5] = "five";
console.log("a string:", repeat(tagged, 8_000));
