// The methods of arrays that call back into the program (23.1.2.1, 23.1.3). Written in JavaScript so that they are compiled and
// inlined with their callbacks.
(function (natives) {
  "use strict";
  const { toLength, notCallable, typeError, species, define, isConstructor, sortAsText, originalArray, iteratorMethod, isArray, checkArrayLength,
    storesPlainly, copy, isPlain } = natives;

  // Whether reads of o[i] that give undefined are of an element that is there, is asked only then: [[HasProperty]] is slow.

  // Programs that print in their comparators show the order of its calls; so it is that of node for up to 63 elements.

  // The length of the run from `from` on that is in order already; a run in strictly falling order is reversed first.
  function countRun(values, from, to, compare) {
    if (from + 1 === to) return 1;
    const falling = $call(compare, undefined, values[from + 1], values[from]) < 0;
    let end = from + 2;
    for (; end < to; end++) {
      if (falling !== $call(compare, undefined, values[end], values[end - 1]) < 0) break;
    }
    for (let low = from, high = end - 1; falling && low < high; low++, high--) {
      const value = values[low];
      values[low] = values[high];
      values[high] = value;
    }
    return end - from;
  }

  function insertionSort(values, from, to, compare) {
    for (let i = from + countRun(values, from, to, compare); i < to; i++) {
      const value = values[i];
      let low = from;
      let high = i;
      while (low < high) {
        const middle = low + ((high - low) >> 1);
        if ($call(compare, undefined, value, values[middle]) < 0) high = middle;
        else low = middle + 1;
      }
      for (let j = i; j > low; j--) values[j] = values[j - 1];
      values[low] = value;
    }
  }

  // Merges the sorted runs [from, middle) and [middle, to) of source into target.
  function merge(source, target, from, middle, to, compare) {
    let left = from;
    let right = middle;
    for (let i = from; i < to; i++) {
      if (left < middle && (right >= to || !($call(compare, undefined, source[right], source[left]) < 0))) {
        target[i] = source[left++];
      } else {
        target[i] = source[right++];
      }
    }
  }

  // A stable merge sort of an array without holes; returns the array that has the result.
  function mergeSort(values, compare) {
    const n = values.length;
    const run = n < 64 ? 64 : 16;
    for (let i = 0; i < n; i += run) insertionSort(values, i, i + run < n ? i + run : n, compare);
    let source = values;
    let target = n > run ? copy(values) : values;
    for (let width = run; width < n; width *= 2) {
      for (let i = 0; i < n; i += 2 * width) {
        const middle = i + width < n ? i + width : n;
        merge(source, target, i, middle, i + 2 * width < n ? i + 2 * width : n, compare);
      }
      const swap = source;
      source = target;
      target = swap;
    }
    return source;
  }

  function sorted(values, compare) {
    return compare === undefined ? sortAsText(values) : mergeSort(values, compare);
  }

  function checkComparator(compare) {
    if (compare !== undefined && typeof compare !== "function") {
      typeError("The comparison function must be either a function or undefined");
    }
  }

  return {
    forEach(callback, thisArg = undefined) {
      const o = $toObject(this);
      let n = o.length;
      if (n !== n >>> 0) n = toLength(n);
      if (typeof callback !== "function") notCallable(callback);
      for (let i = 0; i < n; i++) {
        const value = o[i];
        if (value !== undefined || i in o) $call(callback, thisArg, value, i, o);
      }
    },

    map(callback, thisArg = undefined) {
      const o = $toObject(this);
      let n = o.length;
      if (n !== n >>> 0) n = toLength(n);
      if (typeof callback !== "function") notCallable(callback);
      const custom = species(o, n);
      if (custom !== undefined) {
        for (let i = 0; i < n; i++) {
          if (i in o) define(custom, i, $call(callback, thisArg, o[i], i, o));
        }
        return custom;
      }
      const result = [];
      for (let i = 0; i < n; i++) {
        const value = o[i];
        if (value !== undefined || i in o) result[i] = $call(callback, thisArg, value, i, o);
      }
      if (result.length !== n) result.length = n;
      return result;
    },

    filter(callback, thisArg = undefined) {
      const o = $toObject(this);
      let n = o.length;
      if (n !== n >>> 0) n = toLength(n);
      if (typeof callback !== "function") notCallable(callback);
      const custom = species(o, 0);
      const result = [];
      let count = 0;
      for (let i = 0; i < n; i++) {
        const value = o[i];
        if ((value !== undefined || i in o) && $call(callback, thisArg, value, i, o)) {
          if (custom === undefined) result[count++] = value;
          else define(custom, count++, value);
        }
      }
      return custom === undefined ? result : custom;
    },

    reduce(callback, ...initial) {
      const o = $toObject(this);
      let n = o.length;
      if (n !== n >>> 0) n = toLength(n);
      if (typeof callback !== "function") notCallable(callback);
      let i = 0;
      let result;
      if (initial.length > 0) {
        result = initial[0];
      } else {
        let found = false;
        for (; i < n && !found; i++) {
          result = o[i];
          found = result !== undefined || i in o;
        }
        if (!found) typeError("Reduce of empty array with no initial value");
      }
      for (; i < n; i++) {
        const value = o[i];
        if (value !== undefined || i in o) result = $call(callback, undefined, result, value, i, o);
      }
      return result;
    },

    reduceRight(callback, ...initial) {
      const o = $toObject(this);
      let n = o.length;
      if (n !== n >>> 0) n = toLength(n);
      if (typeof callback !== "function") notCallable(callback);
      let i = n - 1;
      let result;
      if (initial.length > 0) {
        result = initial[0];
      } else {
        let found = false;
        for (; i >= 0 && !found; i--) {
          result = o[i];
          found = result !== undefined || i in o;
        }
        if (!found) typeError("Reduce of empty array with no initial value");
      }
      const plain = isPlain(o);
      for (; i >= 0; i--) {
        // a getter may remove its own element
        if (!plain && !(i in o)) continue;
        const value = o[i];
        if (!plain || value !== undefined || i in o) result = $call(callback, undefined, result, value, i, o);
      }
      return result;
    },

    some(callback, thisArg = undefined) {
      const o = $toObject(this);
      let n = o.length;
      if (n !== n >>> 0) n = toLength(n);
      if (typeof callback !== "function") notCallable(callback);
      for (let i = 0; i < n; i++) {
        const value = o[i];
        if ((value !== undefined || i in o) && $call(callback, thisArg, value, i, o)) return true;
      }
      return false;
    },

    every(callback, thisArg = undefined) {
      const o = $toObject(this);
      let n = o.length;
      if (n !== n >>> 0) n = toLength(n);
      if (typeof callback !== "function") notCallable(callback);
      for (let i = 0; i < n; i++) {
        const value = o[i];
        if ((value !== undefined || i in o) && !$call(callback, thisArg, value, i, o)) return false;
      }
      return true;
    },

    find(callback, thisArg = undefined) {
      const o = $toObject(this);
      let n = o.length;
      if (n !== n >>> 0) n = toLength(n);
      if (typeof callback !== "function") notCallable(callback);
      for (let i = 0; i < n; i++) {
        const value = o[i];
        if ($call(callback, thisArg, value, i, o)) return value;
      }
    },

    findIndex(callback, thisArg = undefined) {
      const o = $toObject(this);
      let n = o.length;
      if (n !== n >>> 0) n = toLength(n);
      if (typeof callback !== "function") notCallable(callback);
      for (let i = 0; i < n; i++) {
        if ($call(callback, thisArg, o[i], i, o)) return i;
      }
      return -1;
    },

    findLast(callback, thisArg = undefined) {
      const o = $toObject(this);
      let n = o.length;
      if (n !== n >>> 0) n = toLength(n);
      if (typeof callback !== "function") notCallable(callback);
      for (let i = n - 1; i >= 0; i--) {
        const value = o[i];
        if ($call(callback, thisArg, value, i, o)) return value;
      }
    },

    findLastIndex(callback, thisArg = undefined) {
      const o = $toObject(this);
      let n = o.length;
      if (n !== n >>> 0) n = toLength(n);
      if (typeof callback !== "function") notCallable(callback);
      for (let i = n - 1; i >= 0; i--) {
        if ($call(callback, thisArg, o[i], i, o)) return i;
      }
      return -1;
    },

    flatMap(callback, thisArg = undefined) {
      const o = $toObject(this);
      let n = o.length;
      if (n !== n >>> 0) n = toLength(n);
      if (typeof callback !== "function") notCallable(callback);
      const custom = species(o, 0);
      const result = custom === undefined ? [] : custom;
      let count = 0;
      for (let i = 0; i < n; i++) {
        if (!(i in o)) continue;
        const mapped = $call(callback, thisArg, o[i], i, o);
        if (isArray(mapped)) {
          const m = toLength(mapped.length);
          for (let j = 0; j < m; j++) {
            if (j in mapped) define(result, count++, mapped[j]);
          }
        } else {
          define(result, count++, mapped);
        }
      }
      return result;
    },

    sort(compare) {
      checkComparator(compare);
      const o = $toObject(this);
      let n = o.length;
      if (n !== n >>> 0) n = toLength(n);
      const values = [];
      const plain = storesPlainly();
      let undefinedCount = 0;
      for (let i = 0; i < n; i++) {
        const value = o[i];
        if (value === undefined) {
          if (i in o) undefinedCount++;
        } else if (plain) {
          values[values.length] = value;
        } else {
          define(values, values.length, value);
        }
      }
      const result = sorted(values, compare);
      const count = result.length;
      let i = 0;
      for (; i < count; i++) o[i] = result[i];
      for (; i < count + undefinedCount; i++) o[i] = undefined;
      for (; i < n; i++) delete o[i];
      return o;
    },

    toSorted(compare) {
      checkComparator(compare);
      const o = $toObject(this);
      let n = o.length;
      if (n !== n >>> 0) n = toLength(n);
      checkArrayLength(n);
      const values = [];
      for (let i = 0; i < n; i++) {
        const value = o[i];
        if (value !== undefined) define(values, values.length, value);
      }
      const result = sorted(values, compare);
      for (let i = result.length; i < n; i++) define(result, i, undefined);
      return result;
    },

    from(items, mapper = undefined, thisArg = undefined) {
      if (mapper !== undefined && typeof mapper !== "function") notCallable(mapper);
      const custom = this !== originalArray && isConstructor(this);
      let k = 0;
      if (iteratorMethod(items) !== undefined) {
        const result = custom ? new this() : [];
        for (const item of items) {
          const value = mapper === undefined ? item : $call(mapper, thisArg, item, k);
          if (custom) define(result, k, value);
          else result[k] = value;
          k++;
        }
        if (custom) result.length = k;
        return result;
      }
      const o = $toObject(items);
      const n = toLength(o.length);
      const result = custom ? new this(n) : [];
      for (; k < n; k++) {
        const value = mapper === undefined ? o[k] : $call(mapper, thisArg, o[k], k);
        if (custom) define(result, k, value);
        else result[k] = value;
      }
      if (custom) result.length = n;
      return result;
    },

    of(...items) {
      if (this === originalArray || !isConstructor(this)) return items;
      const n = items.length;
      const result = new this(n);
      for (let i = 0; i < n; i++) define(result, i, items[i]);
      result.length = n;
      return result;
    },
  };
})
