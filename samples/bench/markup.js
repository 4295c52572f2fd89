// Templates and markup: HTML escaped, a tree of elements rendered, queries by class, entries of objects, regular expressions.
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (s) => s.replace(/[&<>"]/g, (c) => ESCAPES[c]);
function h(tag, props, ...children) { return { tag, props: props || {}, children: children.flat() }; }
function render(node) {
  if (typeof node === "string") return escape(node);
  if (typeof node === "number") return String(node);
  const attributes = Object.entries(node.props).map(([k, v]) => ` ${k}="${escape(String(v))}"`).join("");
  return `<${node.tag}${attributes}>${node.children.map(render).join("")}</${node.tag}>`;
}
function* walk(node) { if (typeof node === "object") { yield node; for (const child of node.children) yield* walk(child); } }
const camel = (s) => s.split("-").map((w, i) => (i ? w.charAt(0).toUpperCase() + w.slice(1) : w)).join("");
function work() {
  const rows = Array.from({ length: 15 }, (_, i) => ({ id: i, name: "Item <" + i + ">", price: i * 1.5, tags: ["a" + (i % 3), "b" + (i % 4)] }));
  const tree = h("table", { class: "grid main", "data-count": rows.length },
    rows.map((row) => h("tr", { id: "row-" + row.id, class: row.id % 2 ? "odd" : "even" }, h("td", null, row.name), h("td", { class: "num" }, row.price), h("td", null, ...row.tags.map((t) => h("span", { class: t }, t))))));
  const text = render(tree);
  const byClass = new Map();
  for (const node of walk(tree)) for (const c of (node.props.class || "").split(" ")) if (c) byClass.set(c, (byClass.get(c) || 0) + 1);
  let sum = text.length;
  for (const [name, count] of byClass) sum += camel("x-" + name).length * count;
  for (const m of text.matchAll(/<(\w+) class="(\w+)"/g)) sum += m[1].length * m[2].length;
  const copy = { ...tree.props, extra: 1 };
  return sum + Object.keys(copy).length + (text.match(/&lt;/g) || []).length;
}

const EXPECTED = 2735;
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
console.log("markup", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
