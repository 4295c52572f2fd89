import * as even from './even.mjs';
import { late } from './even.mjs';
export const isOdd = n => n !== 0 && even.isEven(n - 1);
export let early;
try {
    early = late;
} catch (e) {
    early = e.name;
}
