// One tab of the walker: what is pressed in it, and what it has shown, also for a moment only.
import { type BrowserContext, type Page } from '@playwright/test';
import { Diaries } from '../faults/several';
import { Rig, type Weather } from '../faults/rig';
import { Workbench } from '../workbench';
import { type Kind } from './model';

// What stands on the page when something is pressed.
export interface Stood {
  // As the page says it; undefined where it does not.
  diary?: string;
  shown: number;
  saying: string;
}

export interface Seen {
  // The entries that were shown, unless the page said that they were kept nowhere.
  shown: string[];
  refused: string[];
}

// How long the walker waits for a part of the page before doing something else.
const PATIENCE = { timeout: 3_000 };

export class Tab {
  readonly bench: Workbench;
  // What is open where the page does not say it.
  readonly believed: Partial<Record<Kind, string>> = {};
  place: Kind | 'diaries' = 'bank';

  private constructor(readonly name: string, readonly page: Page, readonly rig: Rig) { this.bench = new Workbench(page); }

  static async open(context: BrowserContext, name: string, weather: Partial<Weather>): Promise<Tab> {
    const page = await context.newPage();
    await page.addInitScript(watch);
    const tab = new Tab(name, page, await Rig.on(page, weather));
    page.on('pageerror', (error) => tab.broken.push(error.message));
    await page.goto('/#/bank');
    return tab;
  }

  // Mistakes of the page itself.
  readonly broken: string[] = [];

  seen(): Promise<Seen> {
    return this.page.evaluate(() => {
      const { look, shown, refused } = window.__witness;
      look();
      return { shown: [...shown], refused: [...refused] };
    });
  }

  // Whether the page of a kind is there before long. It is not while a store is silent and there is nothing to show.
  async go(place: Kind | 'diaries'): Promise<boolean> {
    await this.page.evaluate((hash) => { location.hash = hash; }, `#/${place}`);
    this.place = place;
    const sign = { bank: 'Deposit', order: 'Add item', diaries: 'Start empty' }[place];
    // What stands there before the app does is not walked through.
    const there = this.page.locator('html:not([data-first]) body').getByRole('button', { name: sign, exact: true }).first();
    return there.waitFor(PATIENCE).then(() => true, () => false);
  }

  async reload(): Promise<boolean> {
    // Whether it asks is another test's matter: the walker leaves all the same.
    await this.page.reload();
    return this.place === 'diaries' ? this.go('bank') : this.go(this.place);
  }

  // What stands on the page now; undefined where no diary is shown.
  stands(): Promise<Stood | undefined> {
    return this.page.evaluate(() => window.__witness.stands());
  }

  // Presses a button of the commands, with a text in a field before; undefined when it is not there.
  press(button: string, field?: string, text?: string): Promise<Stood | undefined> {
    return this.page.evaluate(({ button, field, text }) => {
      const commands = document.querySelector('[aria-label=Commands]');
      const found = [...commands?.querySelectorAll('button') ?? []].find((at) => at.textContent!.trim() === button);
      const stood = window.__witness.stands();
      if (!found || !stood) return undefined;
      if (field) {
        const input = document.getElementById(field) as HTMLInputElement;
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, text);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
      found.click();
      return stood;
    }, { button, field, text });
  }

  // Moves the slider; -1 is the end.
  async travel(to: number) {
    await this.page.evaluate((to) => {
      const slider = document.querySelector('html:not([data-first]) input[type=range]') as HTMLInputElement | null;
      if (!slider) return;
      slider.value = to < 0 ? slider.max : String(to);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      slider.dispatchEvent(new Event('change', { bubbles: true }));
    }, to);
  }

  // Does something among the diaries; false when it could not be done, since the list was not there before long.
  async among(kind: Kind, what: (diaries: Diaries) => Promise<unknown>): Promise<boolean> {
    if (!await this.go('diaries')) return false;
    const diaries = new Diaries(this.page, kind === 'bank' ? 'Bank' : 'Order');
    this.page.setDefaultTimeout(PATIENCE.timeout);
    const isDone = await what(diaries).then(() => true, () => false);
    this.page.setDefaultTimeout(0);
    // A dialog that was opened and not answered is in the way of everything else.
    await this.page.evaluate(() => document.querySelectorAll('dialog[open]').forEach((at) => (at as HTMLDialogElement).close()));
    this.place = kind;
    return isDone;
  }

  // Where the page does not say which diary it shows, the list does.
  async learn(kind: Kind): Promise<string | undefined> {
    const before = this.place;
    await this.among(kind, async (diaries) => {
      const open = diaries.list.getByRole('group').filter({ has: this.page.getByRole('link', { name: /Open now/ }) });
      this.believed[kind] = await open.first().getAttribute('aria-label') ?? undefined;
    });
    await this.go(before === 'diaries' ? kind : before);
    return this.believed[kind];
  }
}

// Put into the page before it starts: what it shows is noted, however short it stands.
function watch() {
  const shown = new Set<string>();
  const refused = new Set<string>();
  const look = () => {
    const kept = document.querySelector('.kept-words')?.textContent ?? '';
    if (!/not kept yet|in memory/i.test(kept)) {
      document.querySelectorAll('table tbody tr summary bdi').forEach((at) => shown.add(at.textContent!));
    }
    // What was asked for, and not its reason: a balance may be as large as another amount.
    document.querySelectorAll('[data-testid=refusal] .wish').forEach((at) => refused.add(at.textContent!));
  };
  let isLooking = false;
  const soon = () => {
    if (isLooking) return;
    isLooking = true;
    // Once for all that changes at once.
    setTimeout(() => { isLooking = false; look(); });
  };
  new MutationObserver(soon).observe(document, { childList: true, characterData: true, subtree: true });
  const stands = (): Stood | undefined => {
    const diary = document.querySelector('html:not([data-first]) [data-diary]');
    if (!diary) return undefined;
    return {
      diary: diary.closest('[data-diary]')?.getAttribute('data-diary') ?? undefined,
      shown: Number(diary.querySelector('[data-testid=entry-count]')!.textContent),
      saying: document.querySelector('.kept-words')!.textContent!,
    };
  };
  Object.assign(window, { __witness: { shown, refused, look, stands } });
}

declare global {
  interface Window {
    __witness: { shown: Set<string>; refused: Set<string>; look(): void; stands(): Stood | undefined };
  }
}
