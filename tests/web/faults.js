// What a test does to the browser: it stops the clock, takes storage away, and watches what is put there.
// `restore` undoes all of it. It runs before each test, because a test that panics in wasm cleans up nothing.

const RealDate = Date;
const storage = Object.getOwnPropertyDescriptor(window, "localStorage");
const put = Storage.prototype.setItem;
const database = Object.getOwnPropertyDescriptor(window, "indexedDB");
const address = URL.createObjectURL;
let saved;
let addresses = [];
const errors = [];

window.addEventListener("error", (event) => errors.push(event.message));
window.addEventListener("unhandledrejection", (event) => errors.push(String(event.reason)));

export function restore() {
  globalThis.Date = RealDate;
  Object.defineProperty(window, "localStorage", storage);
  Object.defineProperty(window, "indexedDB", database);
  Storage.prototype.setItem = put;
  saved = undefined;
  // The text of what is saved; nothing is downloaded.
  URL.createObjectURL = (blob) => {
    blob.text().then((text) => (saved = text));
    return "#";
  };
  addresses = [];
  delete HTMLAnchorElement.prototype.click;
  errors.length = 0;
}

// From now on what is saved has a real address, and the browser takes its time to come for it: see `fetchSaved`.
export function saveLater() {
  URL.createObjectURL = (blob) => {
    addresses.push(address.call(URL, blob));
    return addresses.at(-1);
  };
  HTMLAnchorElement.prototype.click = function () {
    if (!this.download) HTMLElement.prototype.click.call(this);
  };
}

// The browser comes for all that was saved, and gives the texts.
export async function fetchSaved() {
  const texts = addresses.map(async (address) => (await fetch(address)).text());
  return (await Promise.all(texts)).join("");
}

export function savedFile() {
  return saved;
}

export function chooseFile(id, text) {
  const field = document.getElementById(id);
  const files = new DataTransfer();
  files.items.add(new File([text], "diary.jsonl"));
  field.files = files.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

// Empties every store of the database, and takes the cookie that remembers it.
export async function forget() {
  document.cookie = "event-diary=;max-age=0";
  document.cookie = "event-diary-database=;max-age=0";
  await emptyDatabase();
}

export async function emptyDatabase() {
  const opened = await new Promise((resolve, reject) => {
    const request = indexedDB.open("event-diary");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    // Without stores it was never opened by the page, which makes them.
    request.onupgradeneeded = () => request.transaction.abort();
  }).catch(() => null);
  if (!opened) return;
  await new Promise((resolve, reject) => {
    const names = [...opened.objectStoreNames];
    const transaction = opened.transaction(names, "readwrite");
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
    for (const name of names) transaction.objectStore(name).clear();
  });
  opened.close();
}

export function loseDatabase() {
  Object.defineProperty(window, "indexedDB", { configurable: true, value: undefined });
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
    // Notes, such as which diary is open, are no part of one.
    const isOfDiary = /^event-diary\/[^/]+\/(meta|\d{5}|broken\/)/.test(key);
    if (isOfDiary) keys.push(key);
    if (isOfDiary && keys.length === failing) throw new DOMException("The test says no.", "QuotaExceededError");
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
