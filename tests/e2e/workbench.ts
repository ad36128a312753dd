// The page as a test speaks of it. How a part is found stands here and nowhere else: by the roles, names and test ids
// that the page promises (see "Names" in the design), not by its prose or its looks.
import { expect, type Locator, type Page } from '@playwright/test';

export type Place = 'bank' | 'order' | 'parcel' | 'diaries';

// The course's own "now". On this clock the stories lie on the course's calendar.
export const COURSE_NOW = new Date('2026-03-20T09:00:00Z');

export class Workbench {
  constructor(readonly page: Page) {}

  // Opens a place at a fixed moment. Timers run on; only the clock stands, so that dates are known.
  async open(place: Place = 'bank', now: Date | string | null = COURSE_NOW) {
    await this.openUntouched(place, now);
    await this.ready(place);
  }

  // The same before there is any sign that somebody is there: what keeps is not fetched then.
  async openUntouched(place: Place = 'bank', now: Date | string | null = COURSE_NOW) {
    if (now) await this.page.clock.setFixedTime(now);
    await this.page.goto(`/#/${place}`);
    await this.started(place);
  }

  // What stands in index.html looks like the app and is marked until the app is there.
  async started(place: Place) {
    await this.page.locator('html:not([data-first])').waitFor();
    if (place === 'diaries') await this.page.getByRole('button', { name: 'Start empty', exact: true }).first().waitFor();
    else await this.slider.waitFor();
  }

  // What is shown is there to be worked with.
  async ready(place: Place) {
    await this.started(place);
  }

  // Goes to a place by its link, as a reader does.
  async goTo(place: Place) {
    const name = { bank: 'Bank', order: 'Order', parcel: 'Parcel', diaries: 'Diaries' }[place];
    await this.places.getByRole('link', { name, exact: true }).click();
    await this.ready(place);
  }

  get places() { return this.page.getByRole('navigation', { name: 'Places' }); }
  get commands() { return this.region('Commands'); }
  get snapshot() { return this.region('Snapshot only'); }
  get diary() { return this.region('Diary'); }
  get timeMachine() { return this.region('Time machine'); }
  get ask() { return this.region('Ask'); }
  get slider() { return this.page.getByRole('slider', { name: 'Time travel' }); }
  get table() { return this.page.getByRole('table', { name: 'Diary entries' }); }
  get entries() { return this.table.locator('tbody').getByRole('row'); }
  get amount() { return this.commands.getByRole('textbox', { name: 'Amount', exact: true }); }
  get opening() { return this.page.locator('.opening'); }
  get hint() { return this.page.locator('.hint'); }
  get theme() { return this.page.getByRole('contentinfo').getByRole('button', { name: 'Dark', exact: true }); }
  get words() { return this.page.getByRole('contentinfo').getByRole('button', { name: 'Engineers’ words', exact: true }); }
  get voice() { return this.page.locator('[aria-live=polite]'); }
  get snapshotBalance() { return this.page.getByTestId('snapshot-balance'); }
  get diaryBalance() { return this.page.getByTestId('diary-balance'); }
  get snapshotStatus() { return this.page.getByTestId('snapshot-status'); }
  get diaryStatus() { return this.page.getByTestId('diary-status'); }
  get kept() { return this.page.getByTestId('kept'); }
  get entryCount() { return this.page.getByTestId('entry-count'); }
  get moment() { return this.page.getByTestId('moment'); }
  get refusal() { return this.page.getByTestId('refusal'); }
  get notice() { return this.page.getByTestId('storage-notice'); }
  get dialog() { return this.page.getByRole('dialog'); }
  get questions() { return this.ask.getByRole('heading', { level: 3 }).getByRole('button'); }

  region(name: string) { return this.page.getByRole('region', { name, exact: true }); }
  command(name: string) { return this.commands.getByRole('button', { name, exact: true }); }
  step(name: string) { return this.timeMachine.getByRole('button', { name, exact: true }); }
  entry(number: number) { return this.entries.nth(number - 1); }
  card(question: RegExp) {
    return new Card(this.ask.getByRole('group', { name: question, includeHidden: true }), this.ask.getByRole('button', { name: question }));
  }

  // A wish, with an amount where it needs one. Pressing is enough: what comes of it is for the test to expect.
  async wish(name: string, amount?: string) {
    if (!(await this.command(name).isVisible())) await this.more();
    if (amount !== undefined) await this.amount.fill(amount);
    await this.command(name).click();
  }

  // On a phone what is seldom asked for is there when it is wanted.
  async more() {
    const more = this.commands.getByRole('button', { name: 'More', exact: true });
    if (await more.isVisible()) await more.click();
  }

  // On a phone the chart, First, Play and Now are there when they are asked for.
  async raise() {
    const raise = this.timeMachine.getByRole('button', { name: 'Chart' });
    if (await raise.isVisible()) await raise.click();
  }

  async now() {
    await this.raise();
    await this.step('Now').click();
  }

  // Begins an empty order, which takes a moment: until then, wishes are for the one before.
  async startAnotherOrder() {
    await this.command('Start another order').click();
    await expect(this.entryCount).toHaveText('0');
  }

  // From now on, what the voice is given that is new to say is counted: the same words again are silence.
  async listen() {
    await this.voice.evaluate((voice) => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      new MutationObserver(() => { if (voice.textContent!.trim()) heard.push(voice.textContent!.trim()); })
        .observe(voice, { childList: true, characterData: true, subtree: true });
    });
  }

  heard() { return this.page.evaluate(() => (window as unknown as { heard: string[] }).heard); }

  // Stands after so many entries. Home and the arrows are the slider's own keys.
  async travelTo(page: number) {
    await this.slider.press('Home');
    for (let at = 0; at < page; at += 1) await this.slider.press('ArrowRight');
    await expect(this.slider).toHaveValue(String(page));
  }

  // Each question is asked and answered, one after another; the last one and the builder stay open.
  async askEverything() {
    for (const question of await this.questions.all()) {
      if ((await question.getAttribute('aria-expanded')) === 'false') await question.click();
      await expect(this.ask.getByTestId('answer-diary').first()).toBeVisible();
    }
  }
}

// One question and what both worlds say to it.
export class Card {
  constructor(readonly group: Locator, readonly line?: Locator) {}

  async ask() { await this.line!.click(); }

  diary(which = 0) { return this.group.getByTestId('answer-diary').nth(which); }
  snapshot(which = 0) { return this.group.getByTestId('answer-snapshot').nth(which); }
  // The entries that an answer rests on; a long sum of them is folded.
  cited(which = 0) { return this.diary(which).locator('button.entry-link').filter({ hasText: /^(entry \d+|[+−] [\d,.]+)$/ }); }
  async unfold(which = 0) { await this.diary(which).locator('.terms summary').click(); }

  value(which = 0) { return this.diary(which).locator('.value'); }

  // The diary's answers, in full: two where the start and the end of a day differ.
  async diarySays(...answers: string[]) {
    await expect(this.group.getByTestId('answer-diary').locator('.value')).toHaveText(answers);
  }

  async snapshotCannotKnow() {
    for (const answer of await this.group.getByTestId('answer-snapshot').all()) {
      await expect(answer).toContainText('cannot know');
    }
  }
}

// What the focus is on, in the words of the page: for messages, and to see that it is somewhere.
export function focused(page: Page) {
  return page.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    const words = at.getAttribute('aria-label') ?? (at as HTMLInputElement).labels?.[0]?.innerText ?? at.innerText;
    return `${at.tagName.toLowerCase()} ${words.replace(/\s+/g, ' ').slice(0, 60)}`;
  });
}

// Whether the page can be moved sideways.
export async function expectNoSidewaysScroll(page: Page, where: string) {
  const wide = await page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= window.innerWidth) return [];
    const out = [...document.querySelectorAll('body *')].filter((at) => at.getBoundingClientRect().right > innerWidth + 1);
    return out.slice(0, 5).map((at) => `${at.tagName}.${at.className} to ${at.getBoundingClientRect().right}`);
  });
  expect(wide, `${where}: reaches beyond the right edge`).toEqual([]);
}

// Makes the third line of the bank's diary unreadable, as a failing disk or a curious hand would.
export function damage(page: Page) {
  return page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => /bank-1\/\d+$/.test(name))!;
    const text = localStorage.getItem(key)!;
    localStorage.setItem(key, text.replace('12000', '1x000'));
    if (localStorage.getItem(key) === text) throw new Error('there was nothing to damage');
  });
}
