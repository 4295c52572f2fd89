// The methods of %TypedArray%.prototype that call back (ECMAScript 2025, 23.2.3), and %TypedArray%.from.
(function (natives) {
  "use strict";

  const check = natives.checkTypedArray;
  const newLike = natives.typedArrayLike;
  const isConstructor = natives.isConstructor;
  const iteratorSymbol = natives.symbolIterator;

  function checkCallback(callback) {
    if (typeof callback !== "function") {
      natives.throwNotFunction(callback);
    }
  }

  function invoke(callback, thisArg, value, index, array) {
    return thisArg === undefined ? callback(value, index, array) : natives.call(callback, thisArg, value, index, array);
  }

  function compareNumbers(a, b) {
    if (a < b) return -1;
    if (a > b) return 1;
    if (a === 0 && b === 0) {
      const left = 1 / a;
      const right = 1 / b;
      return left < right ? -1 : left > right ? 1 : 0;
    }
    return a !== a ? (b !== b ? 0 : 1) : b !== b ? -1 : 0;
  }

  // A stable merge sort of count elements; scratch is an array of the same kind.
  function mergeSort(array, scratch, count, compare) {
    for (let width = 1; width < count; width *= 2) {
      for (let low = 0; low < count; low += 2 * width) {
        const middle = low + width < count ? low + width : count;
        const high = low + 2 * width < count ? low + 2 * width : count;
        let i = low;
        let j = middle;
        for (let k = low; k < high; k++) {
          if (i < middle && (j >= high || !(+compare(array[i], array[j]) > 0))) {
            scratch[k] = array[i++];
          } else {
            scratch[k] = array[j++];
          }
        }
      }
      for (let k = 0; k < count; k++) array[k] = scratch[k];
    }
    return array;
  }

  function sortInPlace(array, compare) {
    const count = array.length;
    return mergeSort(array, newLike(array, count), count, compare === undefined ? compareNumbers : compare);
  }

  function checkCompare(compare) {
    if (compare !== undefined && typeof compare !== "function") {
      throw new natives.TypeError("The comparison function must be either a function or undefined");
    }
  }

  return {
    every(callback, thisArg) {
      const array = check(this);
      const length = array.length;
      checkCallback(callback);
      for (let i = 0; i < length; i++) {
        if (!invoke(callback, thisArg, array[i], i, array)) return false;
      }
      return true;
    },
    filter(callback, thisArg) {
      const array = check(this);
      const length = array.length;
      checkCallback(callback);
      const kept = newLike(array, length);
      let count = 0;
      for (let i = 0; i < length; i++) {
        const value = array[i];
        if (invoke(callback, thisArg, value, i, array)) kept[count++] = value;
      }
      const result = newLike(array, count);
      for (let i = 0; i < count; i++) result[i] = kept[i];
      return result;
    },
    find(callback, thisArg) {
      const array = check(this);
      const length = array.length;
      checkCallback(callback);
      for (let i = 0; i < length; i++) {
        const value = array[i];
        if (invoke(callback, thisArg, value, i, array)) return value;
      }
      return undefined;
    },
    findIndex(callback, thisArg) {
      const array = check(this);
      const length = array.length;
      checkCallback(callback);
      for (let i = 0; i < length; i++) {
        if (invoke(callback, thisArg, array[i], i, array)) return i;
      }
      return -1;
    },
    findLast(callback, thisArg) {
      const array = check(this);
      checkCallback(callback);
      for (let i = array.length - 1; i >= 0; i--) {
        const value = array[i];
        if (invoke(callback, thisArg, value, i, array)) return value;
      }
      return undefined;
    },
    findLastIndex(callback, thisArg) {
      const array = check(this);
      checkCallback(callback);
      for (let i = array.length - 1; i >= 0; i--) {
        if (invoke(callback, thisArg, array[i], i, array)) return i;
      }
      return -1;
    },
    forEach(callback, thisArg) {
      const array = check(this);
      const length = array.length;
      checkCallback(callback);
      for (let i = 0; i < length; i++) invoke(callback, thisArg, array[i], i, array);
    },
    map(callback, thisArg) {
      const array = check(this);
      const length = array.length;
      checkCallback(callback);
      const result = newLike(array, length);
      for (let i = 0; i < length; i++) result[i] = invoke(callback, thisArg, array[i], i, array);
      return result;
    },
    reduce(callback, initial) {
      const array = check(this);
      const length = array.length;
      checkCallback(callback);
      let i = 0;
      let result = initial;
      if (arguments.length < 2) {
        if (length === 0) throw new natives.TypeError("Reduce of empty array with no initial value");
        result = array[i++];
      }
      for (; i < length; i++) result = callback(result, array[i], i, array);
      return result;
    },
    reduceRight(callback, initial) {
      const array = check(this);
      checkCallback(callback);
      let i = array.length - 1;
      let result = initial;
      if (arguments.length < 2) {
        if (i < 0) throw new natives.TypeError("Reduce of empty array with no initial value");
        result = array[i--];
      }
      for (; i >= 0; i--) result = callback(result, array[i], i, array);
      return result;
    },
    some(callback, thisArg) {
      const array = check(this);
      const length = array.length;
      checkCallback(callback);
      for (let i = 0; i < length; i++) {
        if (invoke(callback, thisArg, array[i], i, array)) return true;
      }
      return false;
    },
    sort(compare) {
      checkCompare(compare);
      return sortInPlace(check(this), compare);
    },
    toSorted(compare) {
      checkCompare(compare);
      const array = check(this);
      const length = array.length;
      const copy = newLike(array, length);
      for (let i = 0; i < length; i++) copy[i] = array[i];
      return sortInPlace(copy, compare);
    },
    from(source, map, thisArg) {
      if (!isConstructor(this)) natives.throwNotConstructor(this);
      if (map !== undefined) checkCallback(map);
      let values = source;
      if (source[iteratorSymbol] !== undefined && source[iteratorSymbol] !== null) {
        values = [...source];
      }
      const length = natives.toLength(values.length);
      const result = check(new this(length));
      for (let i = 0; i < length; i++) {
        result[i] = map === undefined ? values[i] : natives.call(map, thisArg, values[i], i);
      }
      return result;
    }
  };
})
