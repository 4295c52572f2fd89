import lib, { a, counter, fixed, never, 'with-dash' as dash } from './named.cjs';
import * as literal from './literal.cjs';
import { x, y } from './literal.cjs';
export { lib };
export const report = () => [a, counter.next(), fixed, never, dash, x, y(), Object.keys(literal), literal.default.z].join();
