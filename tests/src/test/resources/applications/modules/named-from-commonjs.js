// Modules that import from CommonJS files by name: what assignments, definitions and literals export, before and after the file has run.
import('./parts/uses-commonjs.mjs').then(async ({ report, lib }) => {
  console.log(report());
  const late = await import('./parts/named.cjs');
  console.log(Object.keys(late), late.a, late.counter.next(), lib === late.default, late.never, late['with-dash']);
  try { await import('./parts/asks-too-much.mjs'); } catch (e) { console.log(e.name); }
});
