// Iterator and its helpers (27.1.3, 27.1.4), with those of the proposals on sequencing, zipping, chunking, includes and join.
(function (natives) {
  "use strict";
  const {
    toInteger, typeError, rangeError, notCallable, isInstance, setPrototype, helper, ownKeys, ownProperty,
    originalIterator, iteratorPrototype, helperPrototype, symbolIterator,
  } = natives;
  const DONE = natives.newSymbol();

  function isObject(value) {
    return typeof value === "object" ? value !== null : typeof value === "function";
  }

  // IteratorClose with a completion that is no exception.
  function close(iterator) {
    const method = iterator.return;
    if (method === undefined || method === null) return;
    if (!isObject($call(method, iterator))) typeError("Iterator result is not an object");
  }

  // The same while an exception leaves, which covers those of closing.
  function closeQuietly(iterator) {
    try {
      const method = iterator.return;
      if (method !== undefined && method !== null) $call(method, iterator);
    } catch {}
  }

  // The receiver of a method; where the check of its argument fails, it is closed before that error leaves.
  function receiver(iterator, method) {
    if (!isObject(iterator)) typeError("Iterator.prototype." + method + " called on non-object");
    return iterator;
  }

  function checkFunction(iterator, callback) {
    if (typeof callback !== "function") {
      closeQuietly(iterator);
      notCallable(callback);
    }
  }

  // IteratorStep: the result object, or DONE.
  function step(iterator, next) {
    const result = $call(next, iterator);
    if (!isObject(result)) typeError("Iterator result " + describe(result) + " is not an object");
    return result.done ? DONE : result;
  }

  function describe(value) {
    return typeof value === "symbol" ? "Symbol()" : "" + value;
  }

  // GetIteratorFlattenable (7.4.5), up to reading next.
  function flattenable(value, strings) {
    if (!isObject(value) && !(strings && typeof value === "string")) typeError(describe(value) + " is not an object");
    const method = value[symbolIterator];
    if (method === undefined || method === null) {
      if (!isObject(value)) typeError("value is not an object");
      return value;
    }
    const iterator = $call(method, value);
    if (!isObject(iterator)) typeError("Result of the Symbol.iterator method is not an object");
    return iterator;
  }

  // What take and drop do with their argument.
  function limit(iterator, value) {
    let number;
    try {
      number = +value;
    } catch (error) {
      closeQuietly(iterator);
      throw error;
    }
    const integer = toInteger(number);
    if (number !== number || integer < 0 || integer > 9007199254740991 && integer !== Infinity) {
      closeQuietly(iterator);
      rangeError(describe(number) + " is out of range");
    }
    return integer;
  }

  function begin(generator, iterator) {
    return helper(generator, () => close(iterator));
  }

  function* mapping(iterator, next, mapper) {
    let counter = 0;
    for (const value of $record(iterator, next)) yield $call(mapper, undefined, value, counter++);
  }

  function* filtering(iterator, next, predicate) {
    let counter = 0;
    for (const value of $record(iterator, next)) if ($call(predicate, undefined, value, counter++)) yield value;
  }

  function* taking(iterator, next, count) {
    if (count === 0) return close(iterator);
    for (const value of $record(iterator, next)) {
      yield value;
      if (--count === 0) return;
    }
  }

  function* dropping(iterator, next, count) {
    for (; count > 0; count--) if (step(iterator, next) === DONE) return;
    for (const value of $record(iterator, next)) yield value;
  }

  function* flattening(iterator, next, mapper) {
    let counter = 0;
    for (const value of $record(iterator, next)) {
      const inner = flattenable($call(mapper, undefined, value, counter++), false);
      for (const element of $record(inner, inner.next)) yield element;
    }
  }

  function* chunking(iterator, next, size) {
    let buffer = [];
    for (const value of $record(iterator, next)) {
      $append(buffer, value);
      if (buffer.length === size) {
        const full = buffer;
        buffer = [];
        yield full;
      }
    }
    if (buffer.length > 0) yield buffer;
  }

  function* sliding(iterator, next, size, partial) {
    let buffer = [];
    let full = false;
    for (const value of $record(iterator, next)) {
      const window = [];
      for (let i = buffer.length === size ? 1 : 0; i < buffer.length; i++) $append(window, buffer[i]);
      $append(window, value);
      buffer = window;
      if (window.length === size) {
        full = true;
        const copy = [];
        for (let i = 0; i < size; i++) $append(copy, window[i]);
        yield copy;
      }
    }
    if (partial && !full && buffer.length > 0) yield buffer;
  }

  function* concatenating(items) {
    for (let i = 0; i < items.length; i++) {
      const { item, method } = items[i];
      const iterator = $call(method, item);
      if (!isObject(iterator)) typeError("Result of the Symbol.iterator method is not an object");
      for (const value of $record(iterator, iterator.next)) yield value;
    }
  }

  // Closes records from the last to the first: an exception, given or new, covers those of the rest.
  function closeAll(records, error, failed) {
    for (let i = records.length - 1; i >= 0; i--) {
      if (failed) {
        closeQuietly(records[i].iterator);
      } else {
        try {
          close(records[i].iterator);
        } catch (e) {
          failed = true;
          error = e;
        }
      }
    }
    if (failed) throw error;
  }

  function without(records, record) {
    const rest = [];
    for (let i = 0; i < records.length; i++) if (records[i] !== record) $append(rest, records[i]);
    return rest;
  }

  function stepOpen(open, record) {
    try {
      return step(record.iterator, record.next);
    } catch (error) {
      open.records = without(open.records, record);
      closeAll(open.records, error, true);
    }
  }

  // `open.records` are the iterators that are not done.
  function* zipping(records, open, mode, padding, finish) {
    const count = records.length;
    if (count === 0) return;
    const exhausted = [];
    for (let i = 0; i < count; i++) $append(exhausted, false);
    for (;;) {
      const results = [];
      for (let i = 0; i < count; i++) {
        if (exhausted[i]) {
          $append(results, padding[i]);
          continue;
        }
        const record = records[i];
        let result = stepOpen(open, record);
        if (result !== DONE) {
          let value;
          try {
            value = result.value;
          } catch (error) {
            open.records = without(open.records, record);
            closeAll(open.records, error, true);
          }
          $append(results, value);
          continue;
        }
        open.records = without(open.records, record);
        if (mode === "shortest") return closeAll(open.records, undefined, false);
        if (mode === "strict") {
          if (i !== 0) closeAll(open.records, unequal(), true);
          for (let k = 1; k < count; k++) {
            if (stepOpen(open, records[k]) !== DONE) closeAll(open.records, unequal(), true);
            open.records = without(open.records, records[k]);
          }
          return;
        }
        if (open.records.length === 0) return;
        exhausted[i] = true;
        $append(results, padding[i]);
      }
      let resumed = false;
      try {
        yield finish(results);
        resumed = true;
      } finally {
        if (!resumed) closeAll(open.records, undefined, false);
      }
    }
  }

  function unequal() {
    return new natives.TypeError("Iterators passed to Iterator.zip with mode 'strict' have different lengths");
  }

  function zipOptions(options) {
    if (options !== undefined && !isObject(options)) typeError("options is not an object");
    const given = options === undefined ? { __proto__: null } : options;
    let mode = given.mode;
    if (mode === undefined) mode = "shortest";
    if (mode !== "shortest" && mode !== "longest" && mode !== "strict") typeError("Invalid mode");
    const padding = mode === "longest" ? given.padding : undefined;
    if (padding !== undefined && !isObject(padding)) typeError("padding is not an object");
    return { mode, padding };
  }

  // Adds the record of an iterator; where that fails, closes those there are, and `input`, where they come from, last.
  function openRecord(value, records, input) {
    try {
      const iterator = flattenable(value, false);
      $append(records, { iterator, next: iterator.next });
    } catch (error) {
      for (let i = records.length - 1; i >= 0; i--) closeQuietly(records[i].iterator);
      if (input !== undefined) closeQuietly(input);
      throw error;
    }
  }

  function guarded(records, action) {
    try {
      return action();
    } catch (error) {
      closeAll(records, error, true);
    }
  }

  function zip(records, mode, padding, finish) {
    const open = { records };
    return helper(zipping(records, open, mode, padding, finish), () => closeAll(open.records, undefined, false));
  }

  mapping.prototype = filtering.prototype = taking.prototype = dropping.prototype = flattening.prototype =
    chunking.prototype = sliding.prototype = concatenating.prototype = zipping.prototype = helperPrototype;

  // What Iterator.from makes of iterators that do not inherit from Iterator.prototype.
  class Wrapper {
    #iterator;
    #next;

    constructor(iterator, next) {
      this.#iterator = iterator;
      this.#next = next;
    }

    next() {
      const iterator = this.#iterator;
      return $call(this.#next, iterator);
    }

    return() {
      const iterator = this.#iterator;
      const method = iterator.return;
      if (method === undefined || method === null) return { value: undefined, done: true };
      return $call(method, iterator);
    }
  }
  delete Wrapper.prototype.constructor;
  setPrototype(Wrapper.prototype, iteratorPrototype);

  return {
    from(value) {
      const iterator = flattenable(value, true);
      const next = iterator.next;
      return isInstance(originalIterator, iterator) ? iterator : new Wrapper(iterator, next);
    },

    concat(...values) {
      const items = [];
      for (let i = 0; i < values.length; i++) {
        const item = values[i];
        if (!isObject(item)) typeError(describe(item) + " is not an object");
        const method = item[symbolIterator];
        if (typeof method !== "function") typeError("value is not iterable");
        $append(items, { item, method });
      }
      return helper(concatenating(items), () => undefined);
    },

    zip(iterables, options = undefined) {
      if (!isObject(iterables)) typeError(describe(iterables) + " is not an object");
      const { mode, padding } = zipOptions(options);
      const records = [];
      const method = iterables[symbolIterator];
      if (typeof method !== "function") typeError("value is not iterable");
      const input = $call(method, iterables);
      if (!isObject(input)) typeError("Result of the Symbol.iterator method is not an object");
      const inputNext = input.next;
      for (;;) {
        const value = guarded(records, () => {
          const result = step(input, inputNext);
          return result === DONE ? DONE : result.value;
        });
        if (value === DONE) break;
        openRecord(value, records, input);
      }
      const fill = [];
      if (mode === "longest") {
        if (padding === undefined) {
          for (let i = 0; i < records.length; i++) $append(fill, undefined);
        } else {
          guarded(records, () => {
            const makePadding = padding[symbolIterator];
            if (typeof makePadding !== "function") typeError("padding is not iterable");
            const source = $call(makePadding, padding);
            if (!isObject(source)) typeError("Result of the Symbol.iterator method is not an object");
            const next = source.next;
            let open = true;
            for (let i = 0; i < records.length; i++) {
              let value;
              if (open) {
                const result = step(source, next);
                if (result === DONE) open = false;
                else value = result.value;
              }
              $append(fill, value);
            }
            if (open) close(source);
          });
        }
      }
      return zip(records, mode, fill, (results) => results);
    },

    zipKeyed(iterables, options = undefined) {
      if (!isObject(iterables)) typeError(describe(iterables) + " is not an object");
      const { mode, padding } = zipOptions(options);
      const records = [];
      const keys = [];
      const all = ownKeys(iterables);
      for (let i = 0; i < all.length; i++) {
        const key = all[i];
        const value = guarded(records, () => {
          const own = ownProperty(iterables, key);
          return own !== undefined && own.enumerable ? iterables[key] : undefined;
        });
        if (value !== undefined) {
          $append(keys, key);
          openRecord(value, records, undefined);
        }
      }
      const fill = [];
      if (mode === "longest") {
        for (let i = 0; i < keys.length; i++) {
          $append(fill, padding === undefined ? undefined : guarded(records, () => padding[keys[i]]));
        }
      }
      return zip(records, mode, fill, (results) => {
        const object = { __proto__: null };
        for (let i = 0; i < keys.length; i++) object[keys[i]] = results[i];
        return object;
      });
    },

    map(mapper) {
      const iterator = receiver(this, "map");
      checkFunction(iterator, mapper);
      return begin(mapping(iterator, iterator.next, mapper), iterator);
    },

    filter(predicate) {
      const iterator = receiver(this, "filter");
      checkFunction(iterator, predicate);
      return begin(filtering(iterator, iterator.next, predicate), iterator);
    },

    take(count) {
      const iterator = receiver(this, "take");
      const number = limit(iterator, count);
      return begin(taking(iterator, iterator.next, number), iterator);
    },

    drop(count) {
      const iterator = receiver(this, "drop");
      const number = limit(iterator, count);
      return begin(dropping(iterator, iterator.next, number), iterator);
    },

    flatMap(mapper) {
      const iterator = receiver(this, "flatMap");
      checkFunction(iterator, mapper);
      return begin(flattening(iterator, iterator.next, mapper), iterator);
    },

    chunks(size) {
      const iterator = receiver(this, "chunks");
      checkSize(iterator, size);
      return begin(chunking(iterator, iterator.next, size), iterator);
    },

    windows(size, undersized = undefined) {
      const iterator = receiver(this, "windows");
      checkSize(iterator, size);
      if (undersized !== undefined && undersized !== "only-full" && undersized !== "allow-partial") {
        closeQuietly(iterator);
        typeError("undersized must be 'only-full' or 'allow-partial'");
      }
      return begin(sliding(iterator, iterator.next, size, undersized === "allow-partial"), iterator);
    },

    reduce(reducer, ...initial) {
      const iterator = receiver(this, "reduce");
      checkFunction(iterator, reducer);
      const next = iterator.next;
      let accumulator;
      let counter = 0;
      if (initial.length > 0) {
        accumulator = initial[0];
      } else {
        const first = step(iterator, next);
        if (first === DONE) typeError("Reduce of a done iterator with no initial value");
        accumulator = first.value;
        counter = 1;
      }
      for (const value of $record(iterator, next)) accumulator = $call(reducer, undefined, accumulator, value, counter++);
      return accumulator;
    },

    toArray() {
      const iterator = receiver(this, "toArray");
      const result = [];
      for (const value of $record(iterator, iterator.next)) $append(result, value);
      return result;
    },

    forEach(callback) {
      const iterator = receiver(this, "forEach");
      checkFunction(iterator, callback);
      let counter = 0;
      for (const value of $record(iterator, iterator.next)) $call(callback, undefined, value, counter++);
    },

    some(predicate) {
      const iterator = receiver(this, "some");
      checkFunction(iterator, predicate);
      let counter = 0;
      for (const value of $record(iterator, iterator.next)) {
        if ($call(predicate, undefined, value, counter++)) return true;
      }
      return false;
    },

    every(predicate) {
      const iterator = receiver(this, "every");
      checkFunction(iterator, predicate);
      let counter = 0;
      for (const value of $record(iterator, iterator.next)) {
        if (!$call(predicate, undefined, value, counter++)) return false;
      }
      return true;
    },

    find(predicate) {
      const iterator = receiver(this, "find");
      checkFunction(iterator, predicate);
      let counter = 0;
      for (const value of $record(iterator, iterator.next)) {
        if ($call(predicate, undefined, value, counter++)) return value;
      }
      return undefined;
    },

    includes(searched, skipped = undefined) {
      const iterator = receiver(this, "includes");
      let skip = 0;
      if (skipped !== undefined) {
        const infinite = skipped === Infinity || skipped === -Infinity;
        if (typeof skipped !== "number" || !infinite && toInteger(skipped) !== skipped) {
          closeQuietly(iterator);
          typeError("skippedElements must be an integral number");
        }
        if (skipped < 0 || !infinite && skipped > 9007199254740991) {
          closeQuietly(iterator);
          rangeError("skippedElements is out of range");
        }
        skip = skipped;
      }
      for (const value of $record(iterator, iterator.next)) {
        if (skip > 0) skip--;
        else if (value === searched || value !== value && searched !== searched) return true;
      }
      return false;
    },

    join(separator) {
      const iterator = receiver(this, "join");
      let text = ",";
      if (separator !== undefined) {
        try {
          text = `${separator}`;
        } catch (error) {
          closeQuietly(iterator);
          throw error;
        }
      }
      let result = "";
      let first = true;
      for (const value of $record(iterator, iterator.next)) {
        if (!first) result += text;
        first = false;
        if (value !== undefined && value !== null) result += `${value}`;
      }
      return result;
    },
  };

  function checkSize(iterator, size) {
    if (typeof size !== "number" || toInteger(size) !== size || size === Infinity || size === -Infinity) {
      closeQuietly(iterator);
      typeError("size must be an integral number");
    }
    if (size < 1 || size > 4294967295) {
      closeQuietly(iterator);
      rangeError("size is out of range");
    }
  }
})
