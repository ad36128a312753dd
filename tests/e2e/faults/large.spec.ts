// Diaries of many years: opened cold, brought in from a file, and killed half-way through that.
import { setTimeout as later } from 'node:timers/promises';
import { type Page } from '@playwright/test';
import { Workbench } from '../workbench';
import { balance, bankLines, exported, money, read, stored } from './diary';
import { figure, many, random } from './figures';
import { judge } from './judge';
import { expect, test } from './machine';
import { BESIDE, ledger, linesIn, seed, shelf } from './stores';
import { type as typeOn } from './typist';

async function ready(page: Page, place: 'bank' | 'diaries', timeout: number) {
  const sign = place === 'bank' ? 'Deposit' : 'Start empty';
  await page.getByRole('button', { name: sign, exact: true }).first().waitFor({ timeout });
}

test('fault 38: a very long diary, opened cold', async ({ machine }) => {
  const count = many('COLD', 2_000);
  const patience = 30_000 + count * 4;
  test.setTimeout(patience * 3);
  let page = await machine.start();
  await page.goto(BESIDE);
  const lines = bankLines(count);
  await seed(page, stored('bank-1', lines));
  await machine.stop();

  page = await machine.start();
  const began = Date.now();
  await page.goto('/#/bank');
  await ready(page, 'bank', patience);
  figure(`${count} entries opened cold`, `${Date.now() - began} ms`);
  const bench = new Workbench(page);
  await expect(bench.diaryBalance).toHaveText(money(balance(read(lines))));
  const wished = Date.now();
  const { saved } = await typeOn(page, [12_345]);
  figure(`an append after ${count} entries`, `${Date.now() - wished} ms`);
  // What does not fit into localStorage is in the database, and that is told.
  const isWhole = linesIn(await shelf(page), 'bank-1').length === count + 1;
  expect(await judge(page, saved, { shelf: isWhole })).toHaveLength(count + 1);
  if (!isWhole) await expect(bench.notice).toContainText(/safe in the browser’s database. Its readable text is not up to date/);
});

async function importFile(page: Page, text: string, patience: number) {
  await page.goto('/#/diaries');
  await ready(page, 'diaries', patience);
  await page.locator('#import-file').setInputFiles({
    name: 'diary.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(text),
  });
  await expect(page.getByTestId('import-preview')).toContainText('Every line is in order', { timeout: patience });
}

test('fault 35: the browser is killed half-way through an import: all of it is there, or nothing', async ({ machine }) => {
  const count = many('IMPORT', 2_000);
  const kills = Math.min(many('KILLS', 3), 10);
  const patience = 30_000 + count * 4;
  test.setTimeout(patience * (kills + 1));
  const any = random();
  const lines = bankLines(count);
  let page = await machine.start();
  await page.goto('/#/bank');
  await ready(page, 'bank', patience);
  let whole = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    // Each time another diary, since one that is here already is not taken in twice.
    await importFile(page, exported(stored('bank-1', lines, Date.UTC(2020, 0, 1, 0, 0, kill))), patience);
    await page.getByRole('button', { name: 'Open beside the others' }).evaluate((button: HTMLElement) => button.click());
    await later(any(count / 5));
    await machine.kill();

    page = await machine.start();
    await page.goto('/#/diaries');
    await ready(page, 'diaries', patience);
    await expect(page.getByTestId('storage-notice').filter({ hasText: /could be read up to|could not be/ })).toHaveCount(0);
    const kept = await ledger(page);
    const onShelf = await shelf(page);
    const names = Object.keys(kept.meta).filter((name) => name.startsWith('bank-')).sort();
    expect(names[0]).toBe('bank-1');
    expect(linesIn(kept.entries, 'bank-1')).toHaveLength(11);
    for (const name of names.slice(1)) {
      expect(linesIn(kept.entries, name), name).toEqual(lines);
      expect(JSON.parse(kept.meta[name]), name).toMatchObject({ head: count });
    }
    // Nothing lies there without a record that knows of it.
    const known = new RegExp(`^(${names.join('|')})/`);
    expect(Object.keys(kept.entries).filter((key) => key.startsWith('bank-') && !known.test(key))).toEqual([]);
    const strangers = Object.keys(onShelf).filter((key) => /^event-diary\/bank-\d+\//.test(key) && !known.test(key.slice(12)));
    expect(strangers).toEqual([]);
    whole = names.length - 1;
  }
  figure(`${kills} kills during an import of ${count} entries`, `${whole} whole, ${kills - whole} not at all`);
});

test('fault 2: an import that was shown as kept survives a kill at once', async ({ machine }) => {
  const count = many('IMPORT', 2_000);
  const patience = 30_000 + count * 4;
  test.setTimeout(patience * 3);
  let page = await machine.start();
  const lines = bankLines(count);
  await importFile(page, exported(stored('bank-1', lines)), patience);
  await page.getByRole('button', { name: 'Open beside the others' }).click();
  // Not by `expect`: one that fails at first describes the whole page, which takes a minute with so many lines.
  await page.getByTestId('entry-count').filter({ hasText: String(count) }).waitFor({ timeout: patience });
  await machine.kill();
  page = await machine.start();
  await page.goto('/#/bank');
  await ready(page, 'bank', patience);
  expect(await judge(page, [], { name: 'bank-2' })).toEqual(lines);
});
