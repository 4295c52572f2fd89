// The methods of %TypedArray%.prototype that call back (ECMAScript 2025, 23.2.3), and %TypedArray%.from. Callbacks may shrink or
// detach the buffer: elements that are gone read as undefined, and stores to them do nothing.
(function (natives) {
  "use strict";
  const { checkTypedArray, checkMutableTypedArray, typedLength, typedSame, typedSpecies, typedFrom, listOf, sortTyped, isConstructor, iteratorMethod } = natives;
  const { notCallable, typeError, toLength } = natives;

  function merge(source, target, from, middle, to, compare) {
    let left = from;
    let right = middle;
    for (let i = from; i < to; i++) {
      if (left < middle && (right >= to || !($call(compare, undefined, source[left], source[right]) > 0))) {
        target[i] = source[left++];
      } else {
        target[i] = source[right++];
      }
    }
  }

  // A stable merge sort of an array of numbers; returns the array that has the result.
  function mergeSort(values, compare) {
    const n = values.length;
    let source = values;
    let target = [];
    for (let i = 0; i < n; i++) target[i] = values[i];
    for (let width = 1; width < n; width *= 2) {
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

  function checkCompare(compare) {
    if (compare !== undefined && typeof compare !== "function") {
      typeError("The comparison function must be either a function or undefined");
    }
  }

  // Writes the elements of array, sorted, to target.
  function sortInto(array, target, n, compare) {
    const values = [];
    for (let i = 0; i < n; i++) values[i] = array[i];
    const sorted = mergeSort(values, compare);
    for (let i = 0; i < n; i++) target[i] = sorted[i];
    return target;
  }

  return {
    every(callback, thisArg = undefined) {
      const array = checkTypedArray(this);
      const n = typedLength(array);
      if (typeof callback !== "function") notCallable(callback);
      for (let i = 0; i < n; i++) {
        if (!$call(callback, thisArg, array[i], i, array)) return false;
      }
      return true;
    },
    filter(callback, thisArg = undefined) {
      const array = checkTypedArray(this);
      const n = typedLength(array);
      if (typeof callback !== "function") notCallable(callback);
      const kept = [];
      let count = 0;
      for (let i = 0; i < n; i++) {
        const value = array[i];
        if ($call(callback, thisArg, value, i, array)) kept[count++] = value;
      }
      const result = typedSpecies(array, count);
      for (let i = 0; i < count; i++) result[i] = kept[i];
      return result;
    },
    find(callback, thisArg = undefined) {
      const array = checkTypedArray(this);
      const n = typedLength(array);
      if (typeof callback !== "function") notCallable(callback);
      for (let i = 0; i < n; i++) {
        const value = array[i];
        if ($call(callback, thisArg, value, i, array)) return value;
      }
    },
    findIndex(callback, thisArg = undefined) {
      const array = checkTypedArray(this);
      const n = typedLength(array);
      if (typeof callback !== "function") notCallable(callback);
      for (let i = 0; i < n; i++) {
        if ($call(callback, thisArg, array[i], i, array)) return i;
      }
      return -1;
    },
    findLast(callback, thisArg = undefined) {
      const array = checkTypedArray(this);
      const n = typedLength(array);
      if (typeof callback !== "function") notCallable(callback);
      for (let i = n - 1; i >= 0; i--) {
        const value = array[i];
        if ($call(callback, thisArg, value, i, array)) return value;
      }
    },
    findLastIndex(callback, thisArg = undefined) {
      const array = checkTypedArray(this);
      const n = typedLength(array);
      if (typeof callback !== "function") notCallable(callback);
      for (let i = n - 1; i >= 0; i--) {
        if ($call(callback, thisArg, array[i], i, array)) return i;
      }
      return -1;
    },
    forEach(callback, thisArg = undefined) {
      const array = checkTypedArray(this);
      const n = typedLength(array);
      if (typeof callback !== "function") notCallable(callback);
      for (let i = 0; i < n; i++) $call(callback, thisArg, array[i], i, array);
    },
    map(callback, thisArg = undefined) {
      const array = checkTypedArray(this);
      const n = typedLength(array);
      if (typeof callback !== "function") notCallable(callback);
      const result = typedSpecies(array, n);
      for (let i = 0; i < n; i++) result[i] = $call(callback, thisArg, array[i], i, array);
      return result;
    },
    reduce(callback, ...initial) {
      const array = checkTypedArray(this);
      const n = typedLength(array);
      if (typeof callback !== "function") notCallable(callback);
      let i = 0;
      let result;
      if (initial.length > 0) {
        result = initial[0];
      } else {
        if (n === 0) typeError("Reduce of empty array with no initial value");
        result = array[i++];
      }
      for (; i < n; i++) result = $call(callback, undefined, result, array[i], i, array);
      return result;
    },
    reduceRight(callback, ...initial) {
      const array = checkTypedArray(this);
      const n = typedLength(array);
      if (typeof callback !== "function") notCallable(callback);
      let i = n - 1;
      let result;
      if (initial.length > 0) {
        result = initial[0];
      } else {
        if (i < 0) typeError("Reduce of empty array with no initial value");
        result = array[i--];
      }
      for (; i >= 0; i--) result = $call(callback, undefined, result, array[i], i, array);
      return result;
    },
    some(callback, thisArg = undefined) {
      const array = checkTypedArray(this);
      const n = typedLength(array);
      if (typeof callback !== "function") notCallable(callback);
      for (let i = 0; i < n; i++) {
        if ($call(callback, thisArg, array[i], i, array)) return true;
      }
      return false;
    },
    sort(compare) {
      checkCompare(compare);
      const array = checkMutableTypedArray(this);
      return compare === undefined ? sortTyped(array) : sortInto(array, array, typedLength(array), compare);
    },
    toSorted(compare) {
      checkCompare(compare);
      const array = checkTypedArray(this);
      const n = typedLength(array);
      const copy = typedSame(array, n);
      if (compare !== undefined) return sortInto(array, copy, n, compare);
      for (let i = 0; i < n; i++) copy[i] = array[i];
      return sortTyped(copy);
    },
    from(source, map = undefined, thisArg = undefined) {
      if (!isConstructor(this)) natives.throwNotConstructor(this);
      if (map !== undefined && typeof map !== "function") notCallable(map);
      const method = iteratorMethod(source);
      const values = method === undefined ? $toObject(source) : listOf(source, method);
      const n = toLength(values.length);
      const result = typedFrom(this, n);
      for (let i = 0; i < n; i++) {
        const value = values[i];
        result[i] = map === undefined ? value : $call(map, thisArg, value, i);
      }
      return result;
    }
  };
})
