import * as self from './shapes.mjs';
const table = new Map();
export function register(name, f) { table.set(name, f); }
export function lookup(name) { if (!table.has(name)) throw new RangeError(name); return table.get(name); }
export function names() { return [...table.keys(), typeof self.area]; }
