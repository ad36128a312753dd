// Stores that are slow, silent, full, or fail now and then, and heal when a test says so.
//
// The script runs before the page does, and stands between the page and its stores. What it does is set at any time;
// each tab has its own, which stays over a reload.
import { type Page } from '@playwright/test';
import { meddle } from './meddle';

// How a write can end badly. `abort`: taken back, and no reason is given. `full`: taken back, and the reason is that the
// disk is full. `throw`: `commit()` throws, and nobody has asked for it to be taken back. `throw after`: the same when it
// has been done.
export type WriteFault = 'abort' | 'full' | 'throw' | 'throw after';

// How a read can end badly: it throws, it ends with an error, or it stays silent until the stores are healed.
export type ReadFault = 'throw' | 'error' | 'silent';

export interface Weather {
  // For so many milliseconds a writing transaction is held before it is committed.
  commitMs: number;
  // For so many milliseconds the answer to a committed transaction is held back.
  answerMs: number;
  // What becomes of the next writes, one after the other; '' is nothing.
  writes: (WriteFault | '')[];
  // The share of all other writes that fail, in one of these ways.
  writeOdds: number;
  writeFaults: WriteFault[];
  // The n-th reads of a kind since this was set or the page was loaded. Kind and number may be left open.
  reads: { of?: 'get' | 'getAll'; nth?: number; how: ReadFault }[];
  // The share of all other reads that fail, in one of these ways.
  readOdds: number;
  readFaults: ReadFault[];
  // For so many milliseconds the database does not answer when it is opened.
  openMs: number;
  // Whether opening it ends with an error, as it does on files that are broken or busy.
  openFails: boolean;
  // What localStorage does when it is read and when it is written.
  localReads: '' | 'throw';
  localWrites: '' | 'throw' | 'full';
  // Where the dice of the odds begin.
  seed: number;
}

// Until the stores are healed.
export const UNTIL_HEALED = 1e9;

export const CALM: Weather = {
  commitMs: 0,
  answerMs: 0,
  writes: [],
  writeOdds: 0,
  writeFaults: ['abort', 'full', 'throw', 'throw after'],
  reads: [],
  readOdds: 0,
  readFaults: ['throw', 'error'],
  openMs: 0,
  openFails: false,
  localReads: '',
  localWrites: '',
  seed: 1,
};

// What a rig has done since the page was loaded: how many writes and reads it has seen, and which it has spoilt.
export interface Done {
  commits: number;
  reads: Record<string, number>;
  spoilt: string[];
}

export class Rig {
  private constructor(readonly page: Page) {}

  // Stands between this tab and its stores from its next load on.
  static async on(page: Page, weather: Partial<Weather> = {}): Promise<Rig> {
    await page.addInitScript(meddle, { ...CALM, ...weather });
    return new Rig(page);
  }

  // Changes what is said here, and leaves the rest.
  async set(weather: Partial<Weather>) {
    await this.page.evaluate((weather) => window.__rig.set(weather), weather);
  }

  // From now on everything works, also what has been held until now.
  async heal() {
    await this.set({ ...CALM, seed: 1 });
  }

  done(): Promise<Done> {
    return this.page.evaluate(() => window.__rig.done);
  }
}

declare global {
  interface Window {
    __rig: { set(weather: Partial<Weather>): void; done: Done };
  }
}
