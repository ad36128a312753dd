// Names and files from people who mean harm. A name is text, whatever is in it.
import { type Page } from '@playwright/test';
import { Workbench } from '../workbench';
import { expect, test } from './machine';
import { ledger, shelf } from './stores';

const NAMES = {
  markup: '<img src=x onerror="window.harmed=1"><script>window.harmed=1</script>',
  'a script link': 'javascript:window.harmed=1//<a href="javascript:window.harmed=1">',
  'a template': '{{constructor.constructor("window.harmed=1")()}}${window.harmed=1}</template></textarea>',
  'directions turned': '\u202Eevil\u2066\u200F مرحبا \u2069',
  controls: 'a\u0000b\u0007c\u001Bd\u0085e',
  'line ends and bars': 'x]|00000000 [3,1,"deposited",{"cents":1}]|00000000',
  'half a pair': 'a\uD800b',
  'faces and marks': '👩‍👩‍👧‍👦 Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠ a\u0301',
};

// Nothing of a name has become an element, and nothing of it has run.
async function expectHarmless(page: Page) {
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
  await expect(page.locator('main img, main script, main a[href^=javascript]')).toHaveCount(0);
  // Characters that turn the direction of writing are shown by their number, inside of what sets a name apart.
  expect(await page.locator('main').innerText()).not.toMatch(/[\u202A-\u202E]/);
}

for (const [what, name] of Object.entries(NAMES)) {
  test(`fault 36: hostile names: ${what}`, async ({ page }) => {
    const bench = new Workbench(page);
    await bench.open('diaries');
    await page.getByRole('region', { name: 'Bank', exact: true }).getByRole('button', { name: 'Start empty' }).click();
    await bench.dialog.getByRole('button', { name: 'Start empty' }).click();
    await bench.ready('bank');
    await bench.commands.getByLabel('Owner').fill(name);
    await bench.command('Open account').click();
    await expect(bench.entryCount).toHaveText('1');
    await bench.wish('Deposit', '5');
    await expect(bench.diaryBalance).toHaveText('5.00');
    await bench.askEverything();
    await expectHarmless(page);
    await bench.goTo('order');
    await bench.startAnotherOrder();
    await bench.command('Create order').click();
    await bench.commands.getByLabel('Item').fill(name);
    await bench.command('Add item').click();
    await expect(bench.entryCount).toHaveText('2');
    await bench.askEverything();
    await expectHarmless(page);

    // Both come back from what was kept, and are kept as plain ASCII.
    await page.reload();
    await bench.ready('order');
    await expect(bench.entryCount).toHaveText('2');
    await bench.goTo('bank');
    await expect(bench.diaryBalance).toHaveText('5.00');
    await expect(bench.notice).toHaveCount(0);
    await expectHarmless(page);
    expect(Object.values(await shelf(page)).join('')).toMatch(/^[\n -~]*$/);
    const { entries } = await ledger(page);
    const kept = JSON.parse(entries['bank-2/0000000001'].slice(0, -9))[3].owner;
    // A form field gives a whole character for half a pair.
    expect(kept).toBe(name.trim().replace('\uD800', '\uFFFD'));
    await bench.goTo('diaries');
    await expectHarmless(page);
  });
}

test('fault 36: hostile names: a megabyte is refused, and nothing is written', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('order');
  await bench.startAnotherOrder();
  await bench.command('Create order').click();
  await expect(bench.entryCount).toHaveText('1');
  // The field takes 200 characters from a keyboard; a script puts in what it likes.
  await bench.commands.getByLabel('Item').evaluate((field: HTMLInputElement) => {
    field.value = '\u202E'.repeat(1_000_000);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await bench.commands.getByLabel('Price').fill('1');
  await bench.command('Add item').click();
  await expect(bench.refusal).toContainText(/at most 200 characters/);
  expect((await bench.refusal.innerText()).length).toBeLessThan(2_000);
  await expect(bench.entryCount).toHaveText('1');
});

// A file for the import, as it is chosen by hand.
async function choose(page: Page, text: string | Buffer) {
  const buffer = Buffer.from(text as string);
  await page.locator('#import-file').setInputFiles({ name: 'diary.jsonl', mimeType: 'application/jsonl', buffer });
}

test('fault 36: hostile names: a title', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('diaries');
  const row = page.getByRole('listitem').filter({ has: page.getByText('bank-1', { exact: true }) });
  await row.getByRole('button', { name: 'Rename' }).click();
  await bench.dialog.getByLabel('Title').fill(NAMES.markup);
  await bench.dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(row).toContainText(NAMES.markup);
  await expectHarmless(page);
  await page.reload();
  await expect(row).toContainText(NAMES.markup);
  await expectHarmless(page);
});

test('fault 30: import: a file that is too large is refused before it is read', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('diaries');
  // A file of 5 GB: only its size is looked at, so only that is there.
  await page.evaluate(() => {
    Object.defineProperty(File.prototype, 'size', { get: () => 5e9 });
    const read = () => { throw new Error('nobody reads it'); };
    Object.assign(Blob.prototype, { arrayBuffer: read, text: read, stream: read, slice: read });
  });
  await choose(page, 'x');
  await expect(page.getByTestId('import-report')).toContainText(/larger than 64 MB/);
});

const HOSTILE = {
  'fault 30: import: two million entries': () => '[1]\n'.repeat(2_000_000),
  'fault 30: import: one line of 15 MB': () => `"${'x'.repeat(15_000_000)}"`,
  'fault 36: import: bytes that are no text': () => Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41]),
  'fault 36: import: a page with a script': () => '<!doctype html><script>window.harmed=1</script>',
};

for (const [what, text] of Object.entries(HOSTILE)) {
  test(`${what} is refused as a whole, and says why`, async ({ page }) => {
    const bench = new Workbench(page);
    await bench.open('diaries');
    const before = await ledger(page);
    await choose(page, text() as string);
    await expect(page.getByTestId('import-report')).toBeVisible({ timeout: 20_000 });
    // The page lives, and nothing has changed.
    await bench.goTo('bank');
    await expect(bench.entryCount).toHaveText('11');
    await expectHarmless(page);
    expect(await ledger(page)).toEqual(before);
  });
}

