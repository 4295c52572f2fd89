import { isOdd, early } from './odd.mjs';
export { early };
export function isEven(n) { return n === 0 || isOdd(n - 1); }
export let late = 'late';
