// Every moment of both stories is on the page, with the numbers of the course.
import { expect, test } from '@playwright/test';
import { Workbench } from './workbench';

// After each entry: when it was written, Everyday, Savings. The first row is before anything happened.
const bank: [string, string, string][] = [
  ['before anything happened', 'not open', 'not open'],
  ['5 January 2026', '0.00', 'not open'],
  ['10 January 2026', '500.00', 'not open'],
  ['24 January 2026', '380.00', 'not open'],
  ['3 February 2026', '580.00', 'not open'],
  ['10 February 2026', '580.00', '0.00'],
  ['10 February 2026', '430.00', '150.00'],
  ['14 February 2026', '510.00', '150.00'],
  ['28 February 2026', '505.00', '150.00'],
  ['1 March 2026', '445.00', '150.00'],
  ['5 March 2026', '450.00', '150.00'],
  ['12 March 2026', '490.00', '150.00'],
];

// After each entry: when, the status, the total.
const order: [string, string, string][] = [
  ['before anything happened', 'no order', '0.00'],
  ['18 February 2026', 'not paid', '0.00'],
  ['18 February 2026', 'not paid', '12.00'],
  ['18 February 2026', 'not paid', '20.50'],
  ['18 February 2026', 'not paid', '8.50'],
  ['18 February 2026', 'not paid', '20.50'],
  ['18 February 2026', 'not paid', '59.50'],
  ['18 February 2026', 'not paid', '20.50'],
  ['19 February 2026', 'paid', '20.50'],
  ['21 February 2026', 'shipped', '20.50'],
];

// Entries after the moment are "not yet": said in the row, and not by its colour alone.
async function expectNotYet(bench: Workbench, page: number, last: number) {
  const said = await bench.entries.evaluateAll((rows) => rows.map((row) => /not\s+yet/.test((row as HTMLElement).innerText)));
  expect(said, `at ${page}`).toEqual(Array.from({ length: last }, (_, at) => at >= page));
}

async function expectMoment(bench: Workbench, page: number, last: number, when: string, figure: string) {
  await expect(bench.slider).toHaveValue(String(page));
  const end = page === 0 ? '' : `.*\\b${figure.replace('.', '\\.')}$`;
  await expect(bench.slider).toHaveAttribute('aria-valuetext', new RegExp(`^Entry ${page} of ${last}, ${when}${end}`));
  await expect(bench.moment).toContainText(page === last ? 'Now' : when);
  await expectNotYet(bench, page, last);
}

test('the bank, step by step', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.slider.press('Home');
  for (const [at, [when, everyday, savings]] of bank.entries()) {
    if (at > 0) await bench.slider.press('ArrowRight');
    await expect(bench.diaryBalance).toHaveText(everyday);
    await expect(page.getByTestId('diary-savings')).toHaveText(savings);
    await expectMoment(bench, at, 11, when, everyday);
    // The row has no past: it shows today's number, whatever moment is looked at.
    await expect(bench.snapshotBalance).toHaveText('490.00');
    if (at > 0) await expect(bench.entry(at)).toBeInViewport();
  }
});

test('the order, step by step', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('order');
  await bench.slider.press('Home');
  for (const [at, [when, status, total]] of order.entries()) {
    if (at > 0) await bench.slider.press('ArrowUp');
    await expect(bench.diaryStatus).toHaveText(status);
    await expect(page.getByTestId('diary-total')).toHaveText(total);
    await expectMoment(bench, at, 9, when, total);
    await expect(bench.snapshotStatus).toHaveText('shipped');
  }
});

test('every line of the table has the numbers of the course', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  for (const [at, [, everyday, savings]] of bank.entries()) {
    if (at === 0) continue;
    const shown = [everyday, savings === 'not open' ? '' : savings];
    await expect(bench.entry(at).getByRole('cell').nth(-2)).toHaveText(shown[0]);
    await expect(bench.entry(at).getByRole('cell').nth(-1)).toHaveText(shown[1]);
  }
});

test('the sum tells how the number came about, at each moment', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.travelTo(9);
  const sum = bench.diary.locator('.sum');
  const terms = ['+ 500.00', '− 120.00', '+ 200.00', '− 150.00', '+ 80.00', '− 5.00', '− 60.00'];
  await expect(sum).toContainText('445.00 = ');
  // Brought forward, as on a statement; pressed, it tells all of them.
  await expect(sum.getByRole('button')).toHaveText(['430.00 after entry 6', ...terms.slice(4)]);
  await sum.getByRole('button', { name: '430.00 after entry 6' }).click();
  await expect(sum).toContainText('445.00 = 0');
  await expect(sum.getByRole('button')).toHaveText(terms);
  await sum.getByRole('button').nth(3).click();
  await expect(bench.slider).toHaveValue('6');
  await expect(sum.getByRole('button')).toHaveText(terms.slice(0, 4));
});

test('the keys of the slider: ends, single steps and larger steps', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  const at = async () => Number(await bench.slider.inputValue());
  await bench.slider.press('ArrowLeft');
  expect(await at()).toBe(10);
  await bench.slider.press('ArrowDown');
  expect(await at()).toBe(9);
  await bench.slider.press('PageDown');
  expect(await at(), 'PageDown is more than one entry').toBeLessThan(8);
  const low = await at();
  await bench.slider.press('PageUp');
  expect(await at(), 'PageUp is more than one entry').toBeGreaterThan(low + 1);
  await bench.slider.press('Home');
  expect(await at()).toBe(0);
  await bench.slider.press('PageDown');
  expect(await at()).toBe(0);
  await bench.slider.press('End');
  expect(await at()).toBe(11);
  await expect(bench.moment).toContainText('Now');
});

test('the buttons step, and Now leads back', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.step('First').click();
  await expect(bench.slider).toHaveValue('0');
  await bench.step('Forward').click();
  await bench.step('Forward').click();
  await expect(bench.slider).toHaveValue('2');
  await bench.step('Back').click();
  await expect(bench.slider).toHaveValue('1');
  await bench.now();
  await expect(bench.slider).toHaveValue('11');
  await bench.entry(3).getByRole('button', { name: 'Go to entry 3' }).click();
  await expect(bench.slider).toHaveValue('3');
  await bench.opening.getByRole('button', { name: /^(Ask both worlds|Back to now)$/ }).click();
  await expect(bench.slider).toHaveValue('11');
});

test('the start and the end of a day are two moments', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.timeMachine.getByLabel('Go to').fill('2026-03-01');
  await bench.step('Start of day').click();
  await expect(bench.diaryBalance).toHaveText('505.00');
  await bench.step('End of day').click();
  await expect(bench.diaryBalance).toHaveText('445.00');
  await bench.timeMachine.getByLabel('Go to').fill('2026-01-01');
  await bench.step('Start of day').click();
  await expect(bench.slider).toHaveValue('0');
});

test('the past can be read and not written, and says so', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.travelTo(4);
  await expect(bench.command('Deposit')).toHaveAttribute('aria-disabled', 'true');
  await expect(bench.snapshot).toContainText(/only know today/);
  // Playwright waits for a button to be enabled; a reader may press it and gets a reason.
  await bench.command('Deposit').click({ force: true });
  await expect(bench.refusal).toContainText('3 February 2026');
  await expect(bench.entries).toHaveCount(11);
  await bench.now();
  await expect(bench.command('Deposit')).not.toHaveAttribute('aria-disabled', 'true');
  await expect(bench.refusal).toHaveCount(0);
});
