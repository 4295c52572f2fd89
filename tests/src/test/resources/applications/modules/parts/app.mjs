import greet, { log } from './greet.mjs';
import * as shapes from './shapes.mjs';
import legacy from './legacy.cjs';
import config from './config.json' with { type: 'json' };
export { shapes, config, legacy, log };
export { createStore as makeStore } from './store.mjs';
import { createStore } from './store.mjs';
export * as counter from './counter.mjs';
export const store = createStore((s, a) => (a.type === 'add' ? s + a.n : s), 0);
await null;
log.push('app ready');
export default function main() { return greet('modules') + ' ' + import.meta.url.split('/').pop() + ' ' + import.meta.filename.endsWith('app.mjs'); }
