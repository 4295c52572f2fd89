import { value as own } from './counter.mjs';
export let value = 0;
export function increment() { value++; }
export const twice = () => own * 2;
export default class {}
export function sumOfReads(n) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += own;
    return sum;
}
