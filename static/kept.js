// What is kept in this browser, read without the app, as files that the app imports. README.md has the layout ("What is
// kept"); both stores are read, and joined as crates/storage/src/unite.rs does it. Nothing is changed.
import { sha256 } from "./sha256.js";

// What an import takes: crates/storage/src/file/limits.rs.
const LARGEST_FILE = 64 * 1024 * 1024;
const MOST_ENTRIES = 1_000_000;
const LONGEST_TITLE = 200;
const LAST_MILLISECOND = 253_402_300_799_999;

const KEY = /^event-diary\/([^/]+)\/(meta|\d{5}|broken\/.*)$/s;
const LINE = /^(\[(\d+),.*)\]\|([0-9a-f]{8})$/;
const PLACE = /^(meta|\d{5}|broken\/[^\p{Cc}\p{Surrogate}]{1,50})$/u;
const LONE_SURROGATE = /\p{Surrogate}/u;
// The record of a diary that its reader has deleted.
const TOMBSTONE = '{"format":1,"deleted":true}';
const NONE = "there is none";
// How long the database may take for an answer. It usually takes 2 ms.
const PATIENCE_MS = 5_000;
const SLICE = 10_000;

// Each diary in localStorage, by name: its texts as [place, text], in order. `why` tells what could not be read.
function localTexts() {
  const diaries = new Map();
  let keys = [];
  let why;
  try {
    keys = Object.keys(localStorage).sort();
  } catch (error) {
    why = error.message;
  }
  for (const key of keys) {
    const [, name, place] = KEY.exec(key) ?? [];
    if (!name) continue;
    if (!diaries.has(name)) diaries.set(name, []);
    try {
      diaries.get(name).push([place, localStorage.getItem(key) ?? ""]);
    } catch (error) {
      why = error.message;
    }
  }
  return { diaries, why };
}

function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    setTimeout(() => reject(new Error("it does not answer")), PATIENCE_MS);
  });
}

// Calls `read` with the database's stores. Returns why not all of it could be read, if that is so.
async function inDatabase(read) {
  let isNone = false;
  try {
    isNone = !globalThis.indexedDB;
    const request = indexedDB.open("event-diary");
    request.onupgradeneeded = () => {
      // There is none, and none is made, since the app's stores would be missing in it.
      isNone = true;
      request.transaction.abort();
    };
    const database = await answer(request).catch((error) => {
      // What comes too late must not stand in the app's way.
      request.onsuccess = () => request.result.close();
      throw error;
    });
    try {
      const transaction = database.transaction(["entries", "meta", "broken"]);
      await read((name) => transaction.objectStore(name));
    } finally {
      database.close();
    }
  } catch (error) {
    return isNone ? NONE : error.message;
  }
}

// The names of the diaries in a store of the database. After each, all other keys that begin with it are passed over.
async function namesIn(store) {
  const names = [];
  const request = store.openKeyCursor();
  for (let cursor = await answer(request); typeof cursor?.key === "string"; cursor = await answer(request)) {
    const [name] = cursor.key.split("/");
    names.push(name);
    cursor.continue(`${name}/\uffff`);
  }
  return names;
}

// All [key behind the diary's name, value] of a store, in slices: a message in the browser has an end.
async function allIn(store, name, take) {
  const end = `${name}/\uffff`;
  let range = IDBKeyRange.bound(`${name}/`, end);
  for (;;) {
    const slice = [answer(store.getAllKeys(range, SLICE)), answer(store.getAll(range, SLICE))];
    const [keys, values] = await Promise.all(slice);
    keys.forEach((key, at) => take(key.slice(name.length + 1), values[at]));
    if (keys.length < SLICE) return;
    range = IDBKeyRange.bound(keys.at(-1), end, true);
  }
}

// What the database has of a diary.
async function logOf(name) {
  const log = { lines: [], broken: [], record: undefined, why: undefined };
  log.why = await inDatabase(async (store) => {
    log.record = await answer(store("meta").get(name));
    await allIn(store("entries"), name, (key, line) => {
      // Other keys hold what is no line.
      if (/^\d{10}$/.test(key)) log.lines.push([`broken/${key}`, line]);
    });
    await allIn(store("broken"), name, (key, value) => log.broken.push([`broken/${key}`, value]));
  });
  return log;
}

// The names of all diaries, and why a store could not be read, each as a sentence.
export async function look() {
  const local = localTexts();
  const isDeleted = ([place, text]) => place === "meta" && text === TOMBSTONE;
  const names = new Set([...local.diaries].filter(([, texts]) => !texts.some(isDeleted)).map(([name]) => name));
  const why = await inDatabase(async (store) => {
    for (const place of ["entries", "meta", "broken"]) {
      (await namesIn(store(place))).forEach((name) => names.add(name));
    }
    for (const name of names) {
      if ((await answer(store("meta").get(name))) === TOMBSTONE) names.delete(name);
    }
  });
  const inOrder = [...names].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  // Where nothing is kept, a database is not missed.
  return { names: inOrder, unread: unread(local.why, names.size || why !== NONE ? why : undefined) };
}

function unread(local, database) {
  return [
    local && `This browser’s localStorage could not be read (${local}).`,
    database && `This browser’s database could not be read (${database}). Entries that are only there are not in the files.`,
  ].filter(Boolean);
}

// A diary's record of itself, unless it is damaged or says what no import takes.
function recordOf(text) {
  try {
    const { format, created, head, fingerprint, title } = JSON.parse(text);
    const isTitle = typeof title === "string" && [...title].length <= LONGEST_TITLE && !LONE_SURROGATE.test(title);
    const isTime = Number.isInteger(created) && created >= 0 && created <= LAST_MILLISECOND;
    const isRecord = format === 1 && isTime && Number.isSafeInteger(head) && typeof fingerprint === "string";
    return isRecord && (isTitle || (title ?? null) === null) ? { created, head, fingerprint, title: title ?? undefined } : null;
  } catch {
    return null;
  }
}

// The lines that follow from one another, from the first: of those with the next number, the first that ties in. Where
// none does the diary stops; it can't go on after a gap.
function chain(lines) {
  const byNumber = new Map();
  for (const text of lines) {
    const [, json, number, link] = LINE.exec(text) ?? [];
    if (number) byNumber.set(Number(number), [...(byNumber.get(Number(number)) ?? []), { text, json, link }]);
  }
  const entries = [];
  let last = new Uint8Array(32);
  const encoder = new TextEncoder();
  const tiesIn = ({ json, link }) => {
    const line = encoder.encode(`${json}]`);
    const bytes = new Uint8Array(32 + line.length);
    bytes.set(last);
    bytes.set(line, 32);
    const hash = sha256(bytes);
    const isNext = Array.from(hash.subarray(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join("") === link;
    if (isNext) last = hash;
    return isNext;
  };
  for (;;) {
    const next = byNumber.get(entries.length + 1)?.find(tiesIn);
    if (!next) return entries;
    entries.push(next);
  }
}

// One line of the file for what could not be read, or stands behind a gap.
function setAside([place, value]) {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return JSON.stringify({ "set aside": PLACE.test(place) ? place : "broken/unnamed", text });
}

// One diary as JSON Lines: what it is, its entries, and all else that is kept of it, word for word. `notes` say what is
// not in the file, or can't be imported.
export async function file(name) {
  const local = localTexts();
  const texts = local.diaries.get(name) ?? [];
  const log = await logOf(name);
  const isLines = ([place]) => /^\d{5}$/.test(place);
  const linesOf = ([place, text]) => text.split("\n").filter(Boolean).map((line) => [place, line]);
  const localLines = texts.filter(isLines).flatMap(linesOf);

  const entries = chain([...log.lines, ...localLines].map(([, line]) => line));
  const found = new Set(entries.map(({ text }) => text));
  const isNew = ([, text]) => !found.has(text);
  const behind = log.lines.filter(isNew);
  behind.forEach(([, text]) => found.add(text));
  behind.push(...localLines.filter(isNew));

  const fingerprint = entries.at(-1)?.link ?? "00000000";
  const metas = [["meta", log.record], ...texts.filter(([place]) => place === "meta")];
  const records = metas.map(([, text]) => recordOf(text));
  const { title, created } = records.find(Boolean) ?? {};
  // A record may lag behind the lines. One that knows of more, or of others, is kept.
  const isOld = ({ head, fingerprint: known }) => head < entries.length || (head === entries.length && known === fingerprint);
  const oddMetas = metas.filter(([, text], at) => text !== undefined && !(records[at] && isOld(records[at])));
  const broken = texts.filter(([place]) => place.startsWith("broken/"));
  const aside = [...behind, ...broken, ...log.broken, ...new Map(oddMetas.map((meta) => [meta[1], meta])).values()];

  const head = { "event-diary": 1, kind: name.replace(/-\d+$/, ""), name, title, created, entries: entries.length, fingerprint };
  const lines = [
    JSON.stringify(head),
    ...entries.map(({ json, link }) => `${json},"${link}"]`),
    ...aside.map(setAside),
  ].map((line) => `${line}\n`);
  const blob = new Blob(lines, { type: "application/jsonl" });

  const last = Math.max(0, ...records.map((record) => record?.head ?? 0));
  const notes = unread(local.why, log.why);
  const first = entries.length + 1;
  if (last === first) notes.push(`Entry ${first} was written once and could not be read.`);
  if (last > first) notes.push(`Entries ${first} to ${last} were written once and could not be read.`);
  if (behind.length) notes.push(`Lines that are damaged or stand behind a gap are in the file as text that was set aside: ${behind.length}.`);
  if (entries.length > MOST_ENTRIES || blob.size > LARGEST_FILE) {
    notes.push("The file is larger than what can be imported.");
  }
  return { blob, notes };
}
