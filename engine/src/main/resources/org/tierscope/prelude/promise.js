// Promise's methods that call the program's functions (27.2.4, 27.2.5).
(function (natives) {
  "use strict";
  const {
    newCapability, speciesConstructor, promiseResolve, originalPromise, aggregateError, define, typeError,
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
