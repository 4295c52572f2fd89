// A table-driven state machine that reads commands and keeps an inventory.
const world = { cave: { exits: { north: "river", east: "mine" }, items: ["lamp"] }, river: { exits: { south: "cave" }, items: ["rope", "fish"], needs: null }, mine: { exits: { west: "cave", down: "vault" }, items: [], needs: "lamp" }, vault: { exits: { up: "mine" }, items: ["gold"], needs: "rope" } };
class Game {
  here = "cave"; bag = new Set(); moves = 0; log = [];
  commands = {
    go: (dir) => { const to = world[this.here].exits[dir]; if (!to) return "no way " + dir; const need = world[to].needs; if (need && !this.bag.has(need)) return `you need a ${need}`; this.here = to; this.moves++; return "you are in the " + to; },
    take: (item) => { const items = world[this.here].items; const i = items.indexOf(item); if (i < 0) return "no " + item + " here"; items.splice(i, 1); this.bag.add(item); return "taken"; },
    drop: (item) => (this.bag.delete(item) ? (world[this.here].items.push(item), "dropped") : "you have no " + item),
    look: () => `${this.here}: ${world[this.here].items.join(", ") || "nothing"}; exits ${Object.keys(world[this.here].exits).join(", ")}`,
  };
  do(line) { const [verb, noun] = line.split(" "); const f = this.commands[verb]; const r = f ? f(noun) : `I don't know how to ${verb}`; this.log.push(`> ${line}: ${r}`); return r; }
}
const g = new Game();
for (const line of ["look", "go east", "take lamp", "go east", "go down", "go west", "go north", "take rope", "take boat", "look", "go south", "go east", "go down", "take gold", "drop lamp", "dance", "look", "go up", "go west"]) g.do(line);
console.log(g.log.join("\n"));
console.log([...g.bag].join(), g.moves, g.here);
