// A reader with several diaries: how they are begun, opened, brought in and deleted, and where each amount lies then.
import { expect, type Locator, type Page } from '@playwright/test';
import { Workbench } from '../workbench';
import { balance, bankLines, exported, money, read, stored } from './diary';
import { BESIDE, ledger, linesIn, seed, shelf } from './stores';

export const words = (cents: number) => (cents / 100).toFixed(2);

// A page of the same origin on which no rig stands, to look into the stores.
export async function beside(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(BESIDE);
  return other;
}

// Presses a button once for each of these amounts, without a pause between.
export function press(page: Page, command: string, amounts: number[]) {
  return page.evaluate(({ command, amounts }) => {
    const field = document.getElementById('amount') as HTMLInputElement;
    const region = document.querySelector('[aria-label=Commands]')!;
    const button = [...region.querySelectorAll('button')].find((at) => at.textContent === command)!;
    const put = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
    for (const cents of amounts) {
      put.call(field, (cents / 100).toFixed(2));
      field.dispatchEvent(new Event('input', { bubbles: true }));
      button.click();
    }
  }, { command, amounts });
}

// The place where all diaries are listed.
export class Diaries {
  readonly bench: Workbench;
  constructor(readonly page: Page, private readonly kind = 'Bank') { this.bench = new Workbench(page); }

  get list() { return this.page.getByRole('region', { name: this.kind, exact: true }); }
  one(name: string): Locator { return this.list.getByRole('group', { name, exact: true }); }

  async go() {
    await this.bench.places.getByRole('link', { name: 'Diaries', exact: true }).click();
    await this.list.waitFor();
  }

  async begin(how: 'Start empty' | 'Start from the story') {
    await this.list.getByRole('button', { name: how, exact: true }).click();
    await this.bench.dialog.getByRole('button', { name: how, exact: true }).click();
  }

  // As quick as a reader who waits for the button: the list may be made anew at any moment.
  async open(name: string) {
    await this.one(name).getByRole('button', { name: `Open ${name}` }).evaluate((button: HTMLElement) => button.click());
  }

  async rename(name: string, title: string) {
    await this.one(name).getByRole('button', { name: 'Rename', exact: true }).click();
    await this.bench.dialog.getByRole('textbox').fill(title);
    await this.bench.dialog.getByRole('button', { name: 'Rename', exact: true }).click();
  }

  // Again and again, since the list may be made anew at any moment.
  async delete(name: string) {
    const button = this.one(name).getByRole('button', { name: 'Delete', exact: true });
    await button.evaluate(async (button: HTMLElement, name) => {
      button.click();
      for (;;) {
        const dialog = document.querySelector('dialog[open]')!;
        const field = dialog.querySelector('input')!;
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, name);
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise(requestAnimationFrame);
        const go = [...dialog.querySelectorAll('button')].find((at) => at.textContent!.trim() === 'Delete')!;
        if (go.isConnected && !go.disabled) return go.click();
      }
    }, name);
  }

  // Chooses a file and takes it in.
  async import(text: string) {
    await this.page.locator('#import-file').setInputFiles({
      name: 'diary.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(text),
    });
    await this.page.getByRole('button', { name: 'Open beside the others' }).click();
  }
}

// A diary of so many lines, as a file that was exported elsewhere. Its amounts are thousands, so that no test has them.
export function file(count: number, title?: string): string {
  const text = exported(stored('bank-1', bankLines(count), Date.UTC(2020, 0, 1)));
  if (!title) return text;
  const [head, ...rest] = text.split('\n');
  return [JSON.stringify({ ...JSON.parse(head), title }), ...rest].join('\n');
}

// Bank diaries with so many lines each, as earlier visits have left them, and a page that shows the first of them.
export async function visited(page: Page, ...counts: number[]): Promise<Diaries> {
  const other = await beside(page);
  for (const [at, count] of counts.entries()) {
    await seed(other, stored(`bank-${at + 1}`, bankLines(count), Date.UTC(2020, at, 1)));
  }
  // Who has only one has never chosen, so no choice is remembered.
  if (counts.length > 1) await other.evaluate(() => localStorage.setItem('event-diary/open/bank', '"bank-1"'));
  await page.context().addCookies([{ name: 'event-diary', value: '1', url: new URL('/', other.url()).href }]);
  await other.close();
  await page.goto('/#/bank');
  const diaries = new Diaries(page);
  await diaries.bench.ready('bank');
  await expect(diaries.bench.entryCount).toHaveText(String(counts[0]));
  // All that is fetched and begun at the first look at the list is there then.
  await diaries.go();
  await diaries.one('bank-1').waitFor();
  await diaries.bench.goTo('bank');
  return diaries;
}

// Which of these amounts lie where in the database, in the order of their lines: { 'bank-1': [7711, 7712], … }.
export async function placed(other: Page, amounts: number[]): Promise<Record<string, number[]>> {
  const { entries, meta } = await ledger(other);
  const wanted = new Set(amounts);
  const all: Record<string, number[]> = {};
  for (const name of Object.keys(meta).sort()) {
    const cents = (line: string) => Number(JSON.parse(line.slice(0, -9))[3].cents);
    const found = linesIn(entries, name).map(cents).filter((at) => wanted.has(at));
    if (found.length) all[name] = found;
  }
  return all;
}

// The names of the bank's diaries in either store, without those that were deleted.
export async function names(other: Page): Promise<string[]> {
  const { entries, meta } = await ledger(other);
  const texts = Object.keys(await shelf(other)).map((key) => /^event-diary\/(bank-\d+)\//.exec(key)?.[1]);
  const records = Object.keys(meta).filter((name) => linesIn(entries, name).length > 0 || /"head"/.test(meta[name]));
  return [...new Set([...records, ...texts])].filter((name): name is string => /^bank-/.test(name ?? '')).sort();
}

// The page shows a diary as it lies in both stores, and says that it is saved.
export async function expectWhole(page: Page, other: Page, name: string) {
  const bench = new Workbench(page);
  await expect(saying(page)).toHaveText(/\bsaved in this browser\b/);
  const lines = linesIn((await ledger(other)).entries, name);
  expect(linesIn(await shelf(other), name), 'the readable text').toEqual(lines);
  await expect(bench.entryCount).toHaveText(String(lines.length));
  await expect(bench.diaryBalance).toHaveText(money(balance(read(lines))));
}

// Where the diary says how it is kept.
export const saying = (page: Page) => page.locator('.kept-words').first();

// Everything on the page that tells of a failure: refusals, notices, alerts.
export async function told(page: Page): Promise<string> {
  const parts = page.locator('[data-testid=refusal], [data-testid=storage-notice], [role=alert]');
  return (await parts.allTextContents()).join('\n').replace(/\s+/g, ' ');
}
