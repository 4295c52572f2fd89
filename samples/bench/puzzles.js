// Small recursive puzzles on arrays: permutations, queens, towers of discs.

class Queens {
  constructor(size) {
    this.size = size;
    this.rows = new Array(size).fill(true);
    this.up = new Array(2 * size).fill(true);
    this.down = new Array(2 * size).fill(true);
    this.found = 0;
  }
  place(column) {
    if (column === this.size) {
      this.found++;
      return;
    }
    for (let row = 0; row < this.size; row++) {
      if (this.isFree(row, column)) {
        this.set(row, column, false);
        this.place(column + 1);
        this.set(row, column, true);
      }
    }
  }
  isFree(row, column) {
    return this.rows[row] && this.up[column + row] && this.down[column - row + this.size - 1];
  }
  set(row, column, free) {
    this.rows[row] = free;
    this.up[column + row] = free;
    this.down[column - row + this.size - 1] = free;
  }
}

class Permutations {
  constructor(n) {
    this.count = 0;
    this.items = Array.from({ length: n }, (_, i) => i);
  }
  swap(i, j) {
    const item = this.items[i];
    this.items[i] = this.items[j];
    this.items[j] = item;
  }
  run(n) {
    this.count++;
    if (n !== 0) {
      const last = n - 1;
      this.run(last);
      for (let i = last; i >= 0; i--) {
        this.swap(last, i);
        this.run(last);
        this.swap(last, i);
      }
    }
  }
}

class Disc {
  constructor(size) {
    this.size = size;
    this.below = null;
  }
}

class Towers {
  constructor(height) {
    this.piles = [null, null, null];
    this.moves = 0;
    for (let size = height; size > 0; size--) this.push(new Disc(size), 0);
  }
  push(disc, pile) {
    const top = this.piles[pile];
    if (top !== null && disc.size >= top.size) throw new Error("too big a disc");
    disc.below = top;
    this.piles[pile] = disc;
  }
  pop(pile) {
    const top = this.piles[pile];
    if (top === null) throw new Error("no disc left");
    this.piles[pile] = top.below;
    top.below = null;
    return top;
  }
  move(n, from, to) {
    if (n === 1) {
      this.push(this.pop(from), to);
      this.moves++;
      return;
    }
    const other = 3 - from - to;
    this.move(n - 1, from, other);
    this.move(1, from, to);
    this.move(n - 1, other, to);
  }
}

function work() {
  const queens = new Queens(7);
  queens.place(0);
  const permutations = new Permutations(6);
  permutations.run(6);
  const towers = new Towers(11);
  towers.move(11, 0, 1);
  return queens.found * 10000 + permutations.count + towers.moves;
}

const EXPECTED = 410707;
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
console.log("puzzles", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
