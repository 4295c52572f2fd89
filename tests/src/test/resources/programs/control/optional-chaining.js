// ?. on properties, elements, calls; short-circuit of the whole chain.
const user = { name: "Ada", address: { city: "London", lines: ["1", "2"] }, greet() { return "hi " + this.name; }, nothing: null };
let calls = 0;
const touch = () => { calls++; return "city"; };
console.log(user?.name, user?.missing?.deep.er, user.nothing?.x.y.z, user.address?.[touch()], user.nope?.[touch()], calls);
console.log(user.greet?.(), user.nogreet?.(touch()), user?.greet(), user.address?.lines?.[1], user.address.lines?.length);
const index = new Map([["a", { list: [1, { deep: () => "found" }] }]]);
console.log(index.get("a")?.list?.[1]?.deep?.(), index.get("b")?.list[1].deep(), index.get("a")?.list[5]?.deep());
let visits = 0;
const node = (n) => (n > 0 ? { value: n, next: node(n - 1) } : null);
for (let at = node(20); at?.value !== undefined; at = at?.next) visits += at?.value ?? 1000;
console.log(visits);
