import { log } from './waits-log.mjs';
import './waits-a.mjs';
import './waits-b.mjs';
import data from './data.json' with { type: 'json' };
import first from './first.cjs';
log.push(this === undefined, typeof import.meta.url, import.meta.url.endsWith("waits.mjs"));
export { log, data, first };
