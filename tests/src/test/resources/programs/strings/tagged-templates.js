// Tagged templates: raw and cooked strings, one frozen object per site, receivers, malformed escapes.
const tag = (strings, ...values) => strings.raw.map((s, i) => s + (i < values.length ? '<' + values[i] + '>' : '')).join('');
console.log(tag`a${1}b${2}\n`, tag``, tag`\unicode \xerxes \01`);
const same = () => (s => s)`x${0}y`;
console.log(same() === same(), same() === (s => s)`x${0}y`, Object.isFrozen(same()), Object.isFrozen(same().raw));
(s => console.log(s, s.raw, s.length))`\u{41}${0}\u{}${1}\
`;
const o = { n: 3, times(s, x) { return s[0].repeat(this.n) + x; } };
console.log(o.times`ab${'!'}`, o['times']`c`, new (s => class { v = s[0]; })`made`().v ?? '');
console.log((s => t => s[0] + t[0])`first``second`, String.raw`\n${1 + 1}\t`);
function hot(n) {
    let objects = new Set();
    for (let i = 0; i < n; i++) objects.add(same());
    return objects.size;
}
console.log(hot(20000));
