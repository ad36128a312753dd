// A computer of its own for one test: a fresh profile on the disk, and a browser on it that can be killed and started
// again. Playwright's own browsers end with the test that they belong to, and their storage with them.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as driver, test as base, type Browser, type Page } from '@playwright/test';
import { chromium, quiet } from '../browser';

export interface Wishes {
  // The time zone of the computer.
  zone?: string;
  // What the user has set in the browser, as its file of preferences has it.
  preferences?: object;
  // More switches.
  args?: string[];
}

export class Machine {
  private child?: ChildProcess;
  private browser?: Browser;
  private address = '';

  private constructor(readonly profile: string, private readonly home: string) {}

  static async bought(home: string) {
    return new Machine(await mkdtemp(join(tmpdir(), 'event-diary-')), home);
  }

  // Starts the browser on this machine's profile, and gives its first tab.
  async start({ zone = 'UTC', preferences, args = [] }: Wishes = {}): Promise<Page> {
    if (preferences) {
      await mkdir(join(this.profile, 'Default'), { recursive: true });
      await writeFile(join(this.profile, 'Default', 'Preferences'), JSON.stringify(preferences));
    }
    this.child = spawn(chromium(), [
      ...quiet,
      ...args,
      '--headless=new',
      '--no-sandbox',
      // A background tab would tick once a second otherwise.
      '--disable-renderer-backgrounding',
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--window-size=1280,800',
      '--lang=en-GB',
      '--remote-debugging-port=0',
      `--user-data-dir=${this.profile}`,
      'about:blank',
    ], {
      // A process group of its own, so that a kill reaches all of this browser and nothing else.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, TZ: zone },
    });
    this.address = await addressOf(this.child);
    this.browser = await driver.connectOverCDP(this.address);
    return this.at(this.browser.contexts()[0].pages()[0]);
  }

  async newTab(): Promise<Page> {
    return this.at(await this.browser!.contexts()[0].newPage());
  }

  // Looks at the tabs anew. Playwright loses sight of a page that comes back from the cache of the browser.
  async tabs(): Promise<Page[]> {
    const again = await driver.connectOverCDP(this.address);
    return again.contexts()[0].pages().map((page) => this.at(page));
  }

  // A browser that was not started by Playwright knows no base URL.
  private at(page: Page): Page {
    const goto = page.goto.bind(page);
    return Object.assign(page, { goto: (url: string, how?: object) => goto(new URL(url, this.home).href, how) });
  }

  // Pulls the plug: nobody is told, nothing is flushed.
  async kill() {
    await this.gone((child) => process.kill(-child.pid!, 'SIGKILL'));
  }

  // Closes the browser as its user does.
  async stop() {
    const session = await this.browser!.newBrowserCDPSession();
    await this.gone(() => { session.send('Browser.close').catch(() => {}); });
  }

  async scrap() {
    await this.kill();
    // The last processes may still be writing while they go.
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  private async gone(end: (child: ChildProcess) => void) {
    const child = this.child;
    if (!child) return;
    this.child = undefined;
    // The pipe closes with the last process that holds it, so then the whole group is gone.
    const closed = once(child, 'close');
    end(child);
    await closed;
    await this.browser?.close().catch(() => {});
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stderr!.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    said += chunk;
    const found = /DevTools listening on (ws:\S+)/.exec(said);
    if (found) {
      // Nobody reads on, and a full pipe would stop the browser.
      child.stderr!.resume();
      return found[1];
    }
  }
  throw new Error(`Chromium did not start:\n${said}`);
}

export const test = base.extend<{ machine: Machine }>({
  machine: async ({ baseURL }, use) => {
    const machine = await Machine.bought(baseURL!);
    await use(machine);
    await machine.scrap();
  },
});

export { expect } from '@playwright/test';
