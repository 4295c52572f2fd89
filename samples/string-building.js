// Building strings piece by piece: ropes, and when they become flat.
//
// Watch: `text += …` does not copy: each addition makes a small rope node that points at both halves, so
// the loop allocates steadily (heap counter) but stays linear. Reading a character with charCodeAt needs
// the flat text: the first read flattens the rope once. The `+=` compiles to string concatenation after
// feedback "string", and the character loop to loads from the flat string with a bounds check. Array.join
// is the same work done by a built-in.

function build(n) {
  let text = "";
  for (let i = 0; i < n; i++) {
    text += i % 10;
    if (i % 50 === 49) {
      text += "\n";
    }
  }
  return text;
}

function hash(text) {
  let h = 5381;
  for (let i = 0; i < text.length; i++) {
    h = ((h << 5) + h + text.charCodeAt(i)) | 0;
  }
  return h;
}

let combined = 0;
for (let round = 0; round < 30; round++) {
  const text = build(15_000 + round);
  combined = (combined * 33 + hash(text)) | 0;
}
console.log(combined);

const words = [];
for (let i = 0; i < 20_000; i++) {
  words.push(i % 3 === 0 ? "tier" : "scope");
}
const joined = words.join("-");
console.log(joined.length, hash(joined));
