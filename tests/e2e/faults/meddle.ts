// What rig.ts puts into a page. It is sent there as text, so it uses nothing from around it.
import { type Done, type ReadFault, type Weather } from './rig';

export function meddle(first: Weather) {
  const MEMORY = 'the rig of the tests';
  // Each tab has a session of its own, and it stays over a reload. A page without an origin has none.
  const remembered = () => {
    try {
      return JSON.parse(sessionStorage.getItem(MEMORY) ?? '{}') as Partial<Weather>;
    } catch {
      return {};
    }
  };
  const weather: Weather = { ...first, ...remembered() };
  const done: Done = { commits: 0, reads: {}, spoilt: [] };
  const counted: Record<string, number> = {};
  const { getItem, setItem, removeItem } = Storage.prototype;
  const read = { get: IDBObjectStore.prototype.get };
  const now = performance.now.bind(performance);

  let state = weather.seed;
  const chance = (odds: number) => {
    // A linear congruence (Numerical Recipes).
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32 < odds;
  };
  const one = <T>(of: T[]): T => {
    chance(0);
    return of[Math.floor(state / 2 ** 32 * of.length)];
  };

  // A transaction lives for as long as it is asked something.
  const hold = (store: IDBObjectStore, holds: () => boolean, then: () => void) => {
    const ask = () => {
      const request = read.get.call(store, 'nobody');
      request.onsuccess = () => (holds() ? ask() : then());
      // Taken back meanwhile: nobody waits for it any more.
      request.onerror = (event) => event.preventDefault();
    };
    ask();
  };
  const heldFor = (span: () => number) => {
    const began = now();
    return () => now() - began < span();
  };

  // A request in the place of the browser's, which is made later, or never.
  class Stand extends EventTarget {
    onsuccess: ((event: Event) => void) | null = null;
    onerror: ((event: Event) => void) | null = null;
    onupgradeneeded: ((event: Event) => void) | null = null;
    onblocked: ((event: Event) => void) | null = null;
    private real?: IDBRequest;
    private failure: DOMException | null = null;
    get readyState() { return this.failure ? 'done' : this.real?.readyState ?? 'pending'; }
    get result() { return this.real?.result; }
    get error() { return this.failure ?? this.real?.error ?? null; }
    get source() { return this.real?.source; }
    get transaction() { return this.real?.transaction ?? null; }
    private tell(event: Event) {
      this[`on${event.type}` as 'onsuccess']?.(event);
      this.dispatchEvent(event);
    }
    follow(real: IDBRequest) {
      this.real = real;
      for (const type of ['success', 'error', 'upgradeneeded', 'blocked']) {
        real.addEventListener(type, (event) => {
          const { oldVersion, newVersion } = event as IDBVersionChangeEvent;
          const isChange = event instanceof IDBVersionChangeEvent;
          const copy = isChange ? new IDBVersionChangeEvent(type, { oldVersion, newVersion }) : new Event(type, { cancelable: true });
          Object.defineProperty(copy, 'target', { value: this });
          this.tell(copy);
        });
      }
    }
    fail(failure: DOMException) {
      this.failure = failure;
      const event = new Event('error', { cancelable: true });
      Object.defineProperty(event, 'target', { value: this });
      this.tell(event);
    }
  }
  // The page may look whether it is one.
  for (const kind of [IDBRequest, IDBOpenDBRequest]) {
    const isOne = Function.prototype[Symbol.hasInstance];
    Object.defineProperty(kind, Symbol.hasInstance, { value: (it: unknown) => it instanceof Stand || isOne.call(kind, it) });
  }

  // Reads.
  const noRead = () => new DOMException('the rig lets no read through', 'UnknownError');
  const fateOf = (kind: string): ReadFault | undefined => {
    counted[kind] = (counted[kind] ?? 0) + 1;
    done.reads[kind] = (done.reads[kind] ?? 0) + 1;
    const meant = weather.reads.find(({ of = kind, nth = counted[kind] }) => of === kind && nth === counted[kind]);
    return meant?.how ?? (chance(weather.readOdds) ? one(weather.readFaults) : undefined);
  };
  for (const kind of ['get', 'getAll', 'getAllKeys', 'getKey', 'count', 'openCursor', 'openKeyCursor'] as const) {
    const own = IDBObjectStore.prototype[kind] as (...how: unknown[]) => IDBRequest;
    IDBObjectStore.prototype[kind] = function meddled(this: IDBObjectStore, ...how: unknown[]) {
      const fate = fateOf(kind);
      if (!fate) return own.apply(this, how);
      done.spoilt.push(`${fate} at ${kind} ${counted[kind]}`);
      if (fate === 'throw') throw noRead();
      const stand = new Stand();
      const isSilent = () => weather.reads.length > 0 || weather.readOdds > 0;
      if (fate === 'error') hold(this, () => false, () => stand.fail(noRead()));
      else hold(this, isSilent, () => stand.follow(own.apply(this, how)));
      return stand as unknown as IDBRequest;
    } as never;
  }

  // Writes.
  const { commit, abort } = IDBTransaction.prototype;
  IDBTransaction.prototype.commit = function meddled(this: IDBTransaction) {
    if (this.mode !== 'readwrite') return commit.call(this);
    done.commits += 1;
    const fate = weather.writes.shift() || (chance(weather.writeOdds) ? one(weather.writeFaults) : '');
    if (fate) done.spoilt.push(`${fate} at commit ${done.commits}`);
    if (fate === 'throw') throw new DOMException('the rig lets no commit through', 'InvalidStateError');
    const isHeld = heldFor(() => weather.commitMs);
    const end = () => {
      if (!fate) return commit.call(this);
      // What was aborted already says so itself.
      try { abort.call(this); } catch { return; }
      const error = new DOMException('the rig has no room', 'QuotaExceededError');
      if (fate === 'full') Object.defineProperty(this, 'error', { value: error });
    };
    if (fate === 'throw after') {
      commit.call(this);
      throw new DOMException('the rig has lost the answer', 'UnknownError');
    }
    if (isHeld()) hold(this.objectStore(this.objectStoreNames[0]), isHeld, end);
    else end();
  };
  const { transaction } = IDBDatabase.prototype;
  const late = new WeakSet<Event>();
  IDBDatabase.prototype.transaction = function meddled(this: IDBDatabase, ...how: Parameters<typeof transaction>) {
    const begun = transaction.apply(this, how);
    if (begun.mode === 'readwrite') {
      begun.addEventListener('complete', (event) => {
        if (late.has(event) || weather.answerMs === 0) return;
        event.stopImmediatePropagation();
        done.spoilt.push('a late answer');
        const isHeld = heldFor(() => weather.answerMs);
        const wait = () => {
          if (isHeld()) return void setTimeout(wait, 20);
          const again = new Event('complete');
          late.add(again);
          begun.dispatchEvent(again);
        };
        wait();
      });
    }
    return begun;
  } as typeof transaction;

  // Opening.
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function meddled(this: IDBFactory, ...how: Parameters<typeof open>) {
    if (weather.openMs === 0 && !weather.openFails) return open.apply(this, how);
    done.spoilt.push(weather.openFails ? 'error at open' : 'silence at open');
    const stand = new Stand();
    const isHeld = heldFor(() => weather.openMs);
    const wait = () => {
      if (isHeld()) setTimeout(wait, 20);
      else if (weather.openFails) stand.fail(new DOMException('the rig opens nothing', 'UnknownError'));
      else stand.follow(open.apply(this, how));
    };
    setTimeout(wait, 20);
    return stand as unknown as IDBOpenDBRequest;
  };

  // localStorage.
  const isLocal = (storage: Storage) => {
    try {
      return storage === window.localStorage;
    } catch {
      return false;
    }
  };
  const stops = (storage: Storage, how: '' | 'throw' | 'full', where: string) => {
    if (!how || !isLocal(storage)) return;
    done.spoilt.push(`${how} at ${where}`);
    throw new DOMException(`the rig stops ${where}`, how === 'full' ? 'QuotaExceededError' : 'UnknownError');
  };
  Storage.prototype.getItem = function meddled(key) {
    stops(this, weather.localReads, 'getItem');
    return getItem.call(this, key);
  };
  Storage.prototype.setItem = function meddled(key, text) {
    stops(this, weather.localWrites, 'setItem');
    return setItem.call(this, key, text);
  };
  Storage.prototype.removeItem = function meddled(key) {
    // A full store takes things back all the same.
    stops(this, weather.localWrites === 'full' ? '' : weather.localWrites, 'removeItem');
    return removeItem.call(this, key);
  };

  Object.assign(window, { __rig: {
    done,
    set(changed: Partial<Weather>) {
      Object.assign(weather, changed);
      for (const kind of Object.keys(counted)) counted[kind] = 0;
      if (changed.seed) state = changed.seed;
      // What is over is not remembered: writes that were spoilt are not spoilt again after a reload.
      setItem.call(sessionStorage, MEMORY, JSON.stringify({ ...weather, writes: [] }));
    },
  } });
}
