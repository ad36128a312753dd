// Both stores of a page, as they are, without asking the app.
import { type Page } from '@playwright/test';
import { type Stored, texts } from './diary';

export interface Ledger {
  entries: Record<string, string>;
  meta: Record<string, string>;
  broken: Record<string, string>;
}

// A page of the same origin in which the app does not run.
export const BESIDE = '/nothing';

export function ledger(page: Page): Promise<Ledger> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) => new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const database = await answer(indexedDB.open('event-diary'));
    try {
      const all: Record<string, Record<string, string>> = { entries: {}, meta: {}, broken: {} };
      const transaction = database.transaction(Object.keys(all));
      for (const name of Object.keys(all)) {
        const store = transaction.objectStore(name);
        const [keys, values] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
        keys.forEach((key, at) => { all[name][String(key)] = values[at]; });
      }
      return all as unknown as Ledger;
    } finally {
      database.close();
    }
  });
}

export function shelf(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => ({ ...localStorage }));
}

// The lines that one store has of a diary, in their order.
export function linesIn(store: Record<string, string>, name: string): string[] {
  // Beside the lines lie the ids of the requests that they came from.
  const isOurs = (key: string) => new RegExp(`^(${name}/\\d{10}|event-diary/${name}/\\d{5})$`).test(key);
  const keys = Object.keys(store).filter(isOurs).sort();
  return keys.flatMap((key) => store[key].split('\n').filter((line) => line !== ''));
}

// Puts a diary into both stores, as an earlier visit would have left it. What does not fit on the shelf stays away.
export async function seed(page: Page, diary: Stored, version = 1) {
  await page.evaluate(async ({ name, lines, record, all, version }) => {
    for (const [key, text] of Object.entries(all)) {
      try {
        localStorage.setItem(key, text);
      } catch {
        break;
      }
    }
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('event-diary', version);
      request.onupgradeneeded = () => {
        for (const store of ['entries', 'meta', 'broken']) request.result.createObjectStore(store);
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const transaction = database.transaction(['entries', 'meta'], 'readwrite');
    const entries = transaction.objectStore('entries');
    lines.forEach((line, at) => entries.put(line, `${name}/${String(at + 1).padStart(10, '0')}`));
    transaction.objectStore('meta').put(record, name);
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = () => reject(transaction.error);
    });
    database.close();
  }, { ...diary, all: texts(diary), version });
}

// The browser throws the database away, as it does when room is short or its user clears it.
export async function wipeLedger(page: Page) {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await session.detach();
}

// The database does what it is told and its answer is held back, as on a disk that stalls.
export async function holdAnswers(page: Page) {
  await page.evaluate(() => {
    const held: (() => void)[] = [];
    const own = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete')!;
    Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
      ...own,
      set(then: EventListener | null) {
        own.set!.call(this, then && ((event: Event) => { held.push(() => then.call(this, event)); }));
      },
    });
    Object.assign(window, { answer: () => {
      Object.defineProperty(IDBTransaction.prototype, 'oncomplete', own);
      held.forEach((then) => then());
    } });
  });
}
