// Both stores of one diary in a random mix of damage, and what may be expected of a file that is made of them.
import { type Page } from '@playwright/test';
import { bankLines, stored, texts } from './diary';

export const NAME = 'bank-1';
const START = `event-diary/${NAME}/`;

export interface Mix {
  // The lines as they were once written.
  lines: string[];
  local: Record<string, string>;
  database: { entries: Record<string, unknown>; meta: Record<string, unknown>; broken: Record<string, unknown> };
  // What the browser does not give away.
  without: 'nothing' | 'database' | 'localStorage';
}

type Any = (limit: number) => number;

const key = (number: number) => `${NAME}/${String(number).padStart(10, '0')}`;
const GARBAGE = ['', '\n', '[', '[2,17', 'null', '\ud83d', '[1,0,"x",{}]|00000000', 'x'.repeat(70_000), '{"event-diary":1}', '\u2028\r'];

function torn(text: string, any: Any): string {
  const at = any(text.length + 1);
  const ways = [
    () => text.slice(0, at),
    () => text.slice(at),
    () => `${text.slice(0, at)}${'0a|"]\n\ud83d'[any(7)]}${text.slice(at + 1)}`,
    () => `${text.slice(0, at)}${text.slice(any(text.length + 1))}`,
    () => GARBAGE[any(GARBAGE.length)],
  ];
  return ways[any(ways.length)]();
}

function tornSegment(text: string, any: Any): string {
  const lines = text.split('\n');
  const [one, other] = [any(lines.length), any(lines.length)];
  const ways = [
    () => torn(text, any),
    () => lines.toSpliced(one, 1).join('\n'),
    () => lines.toSpliced(one, 0, lines[other]).join('\n'),
    () => lines.with(one, lines[other]).with(other, lines[one]).join('\n'),
    () => lines.with(one, torn(lines[one], any)).join('\n'),
  ];
  return ways[any(ways.length)]();
}

function tornMeta(text: string, any: Any): string {
  const ways = [
    () => torn(text, any),
    () => text.replace(/"head":(\d+)/, (_, head) => `"head":${Number(head) + any(5)}`),
    () => text.replace('"format":1', '"format":2'),
    () => text.replace('{', `{"title":"${'ü'.repeat(195 + any(10))}",`),
    () => text.replace('{', '{"title":"Rent “2026”",'),
    () => text.replace('{', String.raw`{"title":"\ud83d",`),
    () => text.replace(/"created":\d+/, '"created":253402300800000'),
    () => text.replace(/"fingerprint":"./, '"fingerprint":"z'),
  ];
  return ways[any(ways.length)]();
}

export function mix(any: Any): Mix {
  const lines = bankLines([0, 1, 2, 11, 30, 255, 256, 257, 520][any(9)]);
  // Either copy may have lost its end, and its record with it.
  const part = () => (any(2) ? lines : lines.slice(0, lines.length - any(Math.min(lines.length, 20) + 1)));
  const local = texts(stored(NAME, part()));
  const inDatabase = stored(NAME, part());
  const entries: Record<string, unknown> = Object.fromEntries(inDatabase.lines.map((line, at) => [key(at + 1), line]));
  const database: Mix['database'] = { entries, meta: { [NAME]: inDatabase.record }, broken: {} };
  // Not a line: what a command was called.
  if (any(2)) entries[`${NAME}/id/0123456789`] = 'a command';

  const one = <T>(from: Record<string, T>) => Object.keys(from)[any(Object.keys(from).length)];
  const segments = () => Object.fromEntries(Object.entries(local).filter(([key]) => /\d{5}$/.test(key)));
  const number = () => key(1 + any(lines.length + 1));
  const damage: (() => void)[] = [
    () => { const at = one(segments()); if (at) local[at] = tornSegment(local[at], any); },
    () => { const [at, from] = [one(segments()), one(segments())]; if (at) local[at] = local[from]; },
    () => { const at = one(segments()); if (at) delete local[at]; },
    () => { local[`${START}${String(any(4)).padStart(5, '0')}`] = GARBAGE[any(GARBAGE.length)]; },
    () => { const at = number(); if (typeof entries[at] === 'string') entries[at] = torn(entries[at], any); },
    () => { delete entries[number()]; },
    () => { entries[number()] = entries[number()] ?? null; },
    () => { entries[number()] = [null, 7, { a: [1] }, true, ['[1,'], GARBAGE[any(GARBAGE.length)]][any(6)]; },
    () => { local[`${START}meta`] = tornMeta(local[`${START}meta`] ?? '', any); },
    () => { delete local[`${START}meta`]; },
    () => { database.meta[NAME] = tornMeta(String(database.meta[NAME]), any); },
    () => { delete database.meta[NAME]; },
    () => { local[`${START}broken/${['1/00000', '2/meta', '\n', 'x'.repeat(300), '\ud83d', 'é'.repeat(48)][any(6)]}`] = `local ${any(1e6)} \ud83d`; },
    () => { database.broken[`${NAME}/${1 + any(3)}/${key(any(9)).slice(-10)}`] = [`database ${any(1e6)} \n`, { set: any(1e6) }][any(2)]; },
  ];
  for (let times = any(6); times > 0; times -= 1) damage[any(damage.length)]();
  return { lines, local, database, without: (['nothing', 'nothing', 'nothing', 'database', 'localStorage'] as const)[any(5)] };
}

// Puts the mix into the stores of a page in which the app does not run, and gives the file that the rescue page makes.
export function rescued(page: Page, mix: Mix): Promise<{ text: string; notes: string[] }> {
  return page.evaluate(async ({ text, name }) => {
    const { local, database, without } = JSON.parse(text) as Omit<Mix, 'lines'>;
    localStorage.clear();
    Object.entries(local).forEach(([key, text]) => localStorage.setItem(key, text));
    const request = indexedDB.open('event-diary', 1);
    request.onupgradeneeded = () => ['entries', 'meta', 'broken'].forEach((store) => request.result.createObjectStore(store));
    await new Promise((resolve) => { request.onsuccess = resolve; });
    const transaction = request.result.transaction(Object.keys(database), 'readwrite');
    for (const [store, all] of Object.entries(database)) {
      transaction.objectStore(store).clear();
      Object.entries(all).forEach(([key, value]) => transaction.objectStore(store).put(value, key));
    }
    await new Promise((resolve) => { transaction.oncomplete = resolve; });
    request.result.close();

    const blocked = () => { throw new DOMException('blocked', 'SecurityError'); };
    const hidden = without === 'database' ? 'indexedDB' : 'localStorage';
    const own = Object.getOwnPropertyDescriptor(window, hidden)!;
    if (without !== 'nothing') Object.defineProperty(window, hidden, { configurable: true, get: blocked });
    try {
      const { file } = await import('/kept.js' as string);
      const { blob, notes } = await file(name);
      return { text: await blob.text(), notes };
    } finally {
      Object.defineProperty(window, hidden, own);
    }
    // As JSON, in which half of a surrogate pair stays what it is.
  }, { text: JSON.stringify({ ...mix, lines: [] }), name: NAME });
}

// What can be read of the mix: all texts, each line on its own.
function readable({ local, database, without }: Mix) {
  const onShelf = without === 'localStorage' ? [] : Object.entries(local);
  const inDatabase = without === 'database' ? { entries: {}, meta: {}, broken: {} } : database;
  const segments = onShelf.filter(([key]) => /^\d{5}$/.test(key.slice(START.length)));
  const isLine = ([key]: [string, unknown]) => /^[^/]+\/\d{10}$/.test(key);
  return {
    lines: [
      ...Object.entries(inDatabase.entries).filter(isLine).map(([, value]) => value),
      ...segments.flatMap(([, text]) => text.split('\n').filter((line) => line !== '')),
    ],
    broken: [
      ...onShelf.filter(([key]) => key.startsWith(`${START}broken/`)).map(([, text]) => text),
      ...Object.values(inDatabase.broken),
    ],
    metas: [...onShelf.filter(([key]) => key === `${START}meta`).map(([, text]) => text), ...Object.values(inDatabase.meta)],
  };
}

// How many entries must be in the file: up to the first that is whole in neither store.
export function good(mix: Mix): number {
  const lines = new Set(readable(mix).lines);
  const gap = mix.lines.findIndex((line) => !lines.has(line));
  return gap < 0 ? mix.lines.length : gap;
}

// What is kept and not in the file.
export function lost(mix: Mix, file: string): unknown[] {
  const [, ...lines] = file.trimEnd().split('\n').map((line) => JSON.parse(line));
  const aside = lines.filter((line) => !Array.isArray(line)).map((line) => line.text as string);
  const entries = mix.lines.slice(0, lines.length - aside.length);
  const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  const { lines: kept, broken, metas } = readable(mix);
  const said = new Set<unknown>([...entries, ...aside]);
  // A record that counts no more than is there, and in the same way, says nothing of its own.
  const isBehind = (text: unknown) => {
    try {
      const { format, head, fingerprint } = JSON.parse(text as string);
      return format === 1 && (head < entries.length || (head === entries.length && fingerprint === (entries.at(-1)?.slice(-8) ?? '00000000')));
    } catch {
      return false;
    }
  };
  return [...kept.map(asText), ...broken.map(asText), ...metas.filter((meta) => !isBehind(meta))].filter((text) => !said.has(text));
}
