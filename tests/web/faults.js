// What a test does to the browser: it stops the clock, takes storage away, and watches what is put there.
// `restore` undoes all of it. It runs before each test, because a test that panics in wasm cleans up nothing.

const RealDate = Date;
const storage = Object.getOwnPropertyDescriptor(window, "localStorage");
const put = Storage.prototype.setItem;
const errors = [];

window.addEventListener("error", (event) => errors.push(event.message));
window.addEventListener("unhandledrejection", (event) => errors.push(String(event.reason)));

export function restore() {
  globalThis.Date = RealDate;
  Object.defineProperty(window, "localStorage", storage);
  Storage.prototype.setItem = put;
  errors.length = 0;
}

// What went wrong on the page that nobody caught, such as a panic.
export function uncaught() {
  return errors.join("\n");
}

export function stopClock(ms) {
  globalThis.Date = class extends RealDate {
    constructor(...args) {
      super(...(args.length === 0 ? [ms] : args));
    }
    static now() {
      return ms;
    }
  };
}

function giveStorage(get) {
  Object.defineProperty(window, "localStorage", { configurable: true, get });
}

export function blockStorage() {
  giveStorage(() => {
    throw new DOMException("The test says no.", "SecurityError");
  });
}

export function loseStorage() {
  giveStorage(() => null);
}

export function giveStorageBack() {
  Object.defineProperty(window, "localStorage", storage);
}

// Lists the keys that are put from now on. The put with the number `failing` (from 1) finds no room.
export function watchPuts(failing) {
  const keys = [];
  Storage.prototype.setItem = function (key, text) {
    keys.push(key);
    if (keys.length === failing) throw new DOMException("The test says no.", "QuotaExceededError");
    put.call(this, key, text);
  };
  return keys;
}

// Whether the browser's own storage takes the text.
export function takes(key, text) {
  try {
    put.call(localStorage, key, text);
    return true;
  } catch {
    return false;
  }
}

// Half of a surrogate pair after a good line's beginning: no Rust string can hold it.
export function putHalfACharacter(key) {
  put.call(localStorage, key, "[1,\ud83e]|00000000\n");
}

export function hasHalfACharacter(key) {
  return localStorage.getItem(key).includes("\ud83e]");
}
