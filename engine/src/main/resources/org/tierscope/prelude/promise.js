// Promise's methods that call the program's functions (27.2.4, 27.2.5).
(function (natives) {
  "use strict";
  const {
    newCapability, speciesConstructor, promiseResolve, originalPromise, aggregateError, define, typeError, ownKeys,
    ownProperty,
  } = natives;

  // What all() and its kin do with each value: `add(item, index, finished)` gives the two handlers; the last to finish settles.
  function combine(C, iterable, finish, handlers) {
    const capability = newCapability(C);
    const { resolve, reject } = capability;
    try {
      const resolveItem = C.resolve;
      if (typeof resolveItem !== "function") typeError("Promise resolve or reject function is not callable");
      const values = [];
      let count = 0;
      let remaining = 1;
      const finished = () => {
        if (--remaining === 0) finish(values, resolve, reject);
      };
      for (const item of iterable) {
        const index = count++;
        define(values, index, undefined);
        const next = $call(resolveItem, C, item);
        remaining++;
        handlers(next, values, index, finished, resolve, reject);
      }
      finished();
    } catch (error) {
      $call(reject, undefined, error);
    }
    return capability.promise;
  }

  // The same over the properties of an object: the result is one with the same keys (proposal of Promise.allKeyed).
  function combineKeyed(C, object, settled) {
    const capability = newCapability(C);
    const { resolve, reject } = capability;
    try {
      const resolveItem = C.resolve;
      if (typeof resolveItem !== "function") typeError("Promise resolve or reject function is not callable");
      if (!isObject(object)) typeError("the argument is not an object");
      const keys = [];
      const values = [];
      let remaining = 1;
      const finished = () => {
        if (--remaining > 0) return;
        const result = { __proto__: null };
        for (let i = 0; i < keys.length; i++) result[keys[i]] = values[i];
        $call(resolve, undefined, result);
      };
      const all = ownKeys(object);
      for (let i = 0; i < all.length; i++) {
        const key = all[i];
        const own = ownProperty(object, key);
        if (own === undefined || !own.enumerable) continue;
        const item = object[key];
        const index = keys.length;
        $append(keys, key);
        $append(values, undefined);
        const next = $call(resolveItem, C, item);
        let called = false;
        remaining++;
        next.then(
          (value) => {
            if (called) return;
            called = true;
            define(values, index, settled ? { status: "fulfilled", value } : value);
            finished();
          },
          settled
            ? (reason) => {
                if (called) return;
                called = true;
                define(values, index, { status: "rejected", reason });
                finished();
              }
            : reject,
        );
      }
      finished();
    } catch (error) {
      $call(reject, undefined, error);
    }
    return capability.promise;
  }

  function resolveWith(values, resolve, reject) {
    $call(resolve, undefined, values);
  }

  function isObject(value) {
    return typeof value === "object" ? value !== null : typeof value === "function";
  }

  return {
    catch(onRejected) {
      return this.then(undefined, onRejected);
    },

    finally(onFinally) {
      const promise = this;
      if (!isObject(promise)) typeError("Promise.prototype.finally called on a non-object");
      const C = speciesConstructor(promise, originalPromise);
      if (typeof onFinally !== "function") return promise.then(onFinally, onFinally);
      return promise.then(
        (value) => promiseResolve(C, $call(onFinally, undefined)).then(() => value),
        (reason) =>
          promiseResolve(C, $call(onFinally, undefined)).then(() => {
            throw reason;
          }),
      );
    },

    all(iterable) {
      return combine(this, iterable, resolveWith, (next, values, index, finished, resolve, reject) => {
        let called = false;
        next.then((value) => {
          if (called) return;
          called = true;
          define(values, index, value);
          finished();
        }, reject);
      });
    },

    allSettled(iterable) {
      return combine(this, iterable, resolveWith, (next, values, index, finished) => {
        let called = false;
        next.then(
          (value) => {
            if (called) return;
            called = true;
            define(values, index, { status: "fulfilled", value });
            finished();
          },
          (reason) => {
            if (called) return;
            called = true;
            define(values, index, { status: "rejected", reason });
            finished();
          },
        );
      });
    },

    any(iterable) {
      return combine(
        this,
        iterable,
        (errors, resolve, reject) => $call(reject, undefined, aggregateError(errors)),
        (next, errors, index, finished, resolve) => {
          let called = false;
          next.then(resolve, (error) => {
            if (called) return;
            called = true;
            define(errors, index, error);
            finished();
          });
        },
      );
    },

    allKeyed(object) {
      return combineKeyed(this, object, false);
    },

    allSettledKeyed(object) {
      return combineKeyed(this, object, true);
    },

    race(iterable) {
      const C = this;
      const { promise, resolve, reject } = newCapability(C);
      try {
        const resolveItem = C.resolve;
        if (typeof resolveItem !== "function") typeError("Promise resolve or reject function is not callable");
        for (const item of iterable) $call(resolveItem, C, item).then(resolve, reject);
      } catch (error) {
        $call(reject, undefined, error);
      }
      return promise;
    },

    try(callback, ...args) {
      const C = this;
      if (!isObject(C)) typeError("Promise.try called on a non-object");
      const { promise, resolve, reject } = newCapability(C);
      let result;
      try {
        result = callback(...args);
      } catch (error) {
        $call(reject, undefined, error);
        return promise;
      }
      $call(resolve, undefined, result);
      return promise;
    },

    withResolvers() {
      const { promise, resolve, reject } = newCapability(this);
      return { promise, resolve, reject };
    },
  };
})
