// Each command belongs to the diary in which it was pressed, however slow the disk is and wherever the reader goes.
import { expect, test, type Page } from '@playwright/test';
import { Diaries, beside, expectWhole, file, names, placed, press, told, visited, words } from './several';
import { Rig, UNTIL_HEALED } from './rig';

const TWELVE = Array.from({ length: 12 }, (_, at) => 77_101 + at);
const ELSEWHERE = 88_101;
const AFTER = 99_101;

// All of it lies where it belongs, and a press that comes after it is the last that is written at all.
async function settles(page: Page, other: Page, right: Record<string, number[]>, last: string) {
  const all = [...Object.values(right).flat(), ELSEWHERE, AFTER];
  await expect.poll(() => placed(other, all), { timeout: 20_000, message: 'which amounts lie where' }).toEqual(right);
  await press(page, 'Deposit', [AFTER]);
  const whole = { ...right, [last]: [...right[last] ?? [], AFTER] };
  await expect.poll(() => placed(other, all), { message: 'with one more' }).toEqual(whole);
}

test('fault 44: on a slow disk another diary is opened while twelve deposits wait', async ({ page }) => {
  test.setTimeout(60_000);
  const rig = await Rig.on(page);
  const diaries = await visited(page, 13, 12);
  const other = await beside(page);
  await rig.set({ commitMs: 800 });
  await press(page, 'Deposit', TWELVE);
  await diaries.go();
  await diaries.open('bank-2');
  await expect(diaries.bench.entryCount).toHaveText('12');
  await press(page, 'Deposit', [ELSEWHERE]);
  await settles(page, other, { 'bank-1': TWELVE, 'bank-2': [ELSEWHERE] }, 'bank-2');
  await expectWhole(page, other, 'bank-2');
  await diaries.go();
  await diaries.open('bank-1');
  await expect(diaries.bench.entryCount).toHaveText('25');
  await expectWhole(page, other, 'bank-1');
  expect((await rig.done()).commits, 'the rig was in the way').toBeGreaterThan(12);
});

test('fault 44: another diary is opened before the answer comes: nothing of it is read aloud as written', async ({ page }) => {
  test.setTimeout(60_000);
  const rig = await Rig.on(page);
  const diaries = await visited(page, 13, 12);
  await diaries.bench.listen();
  await rig.set({ answerMs: UNTIL_HEALED });
  await press(page, 'Deposit', [TWELVE[0]]);
  await expect.poll(async () => (await rig.done()).spoilt).toContain('a late answer');
  await diaries.go();
  await diaries.open('bank-2');
  await expect(diaries.bench.entryCount).toHaveText('12');
  await rig.heal();
  await press(page, 'Deposit', [ELSEWHERE]);
  const heard = async () => (await diaries.bench.heard()).filter((words) => /written/i.test(words));
  await expect.poll(heard, { timeout: 20_000 }).toContainEqual(expect.stringContaining(words(ELSEWHERE)));
  const ours = [TWELVE[0], ELSEWHERE].map(words);
  const others = (await heard()).filter((said) => !ours.some((amount) => said.includes(amount)));
  expect(others, 'said to be written, and was not').toEqual([]);
});

for (const how of ['Start empty', 'Start from the story'] as const) {
  test(`fault 44: on a slow disk a new diary is begun while deposits wait: ${how}`, async ({ page }) => {
    test.setTimeout(60_000);
    const rig = await Rig.on(page);
    const diaries = await visited(page, 13);
    const other = await beside(page);
    await rig.set({ commitMs: 500 });
    await press(page, 'Deposit', TWELVE);
    await diaries.go();
    await diaries.begin(how);
    await expect.poll(() => placed(other, TWELVE), { timeout: 20_000, message: 'which amounts lie where' }).toEqual({ 'bank-1': TWELVE });
    await rig.heal();
    await expect.poll(() => names(other)).toEqual(['bank-1', 'bank-2']);
    await page.reload();
    await diaries.bench.ready('bank');
    expect(await placed(other, TWELVE)).toEqual({ 'bank-1': TWELVE });
  });
}

test('fault 44: on a slow disk a file is taken in while deposits wait', async ({ page }) => {
  test.setTimeout(60_000);
  const rig = await Rig.on(page);
  const diaries = await visited(page, 13);
  const other = await beside(page);
  await rig.set({ commitMs: 800 });
  await press(page, 'Deposit', TWELVE);
  await diaries.go();
  await diaries.import(file(20));
  await expect(diaries.bench.amount).toBeVisible({ timeout: 20_000 });
  await expect.poll(() => placed(other, TWELVE), { timeout: 20_000, message: 'which amounts lie where' }).toEqual({ 'bank-1': TWELVE });
  await press(page, 'Deposit', [AFTER]);
  await expect.poll(() => placed(other, [...TWELVE, AFTER])).toEqual({ 'bank-1': TWELVE, 'bank-2': [AFTER] });
  await expectWhole(page, other, 'bank-2');
});

test('fault 44: on a slow disk a diary is deleted while deposits wait in it: each is told', async ({ page }) => {
  test.setTimeout(60_000);
  const rig = await Rig.on(page);
  const diaries = await visited(page, 13, 12);
  const other = await beside(page);
  // What is written is told to other tabs, and so it is known also when it is gone a moment later.
  await other.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    new BroadcastChannel('event-diary').onmessage = ({ data }) => heard.push(data);
  });
  await rig.set({ commitMs: 500 });
  await press(page, 'Deposit', TWELVE);
  await diaries.go();
  await diaries.delete('bank-1');
  const written = new Set<number>();
  let isHealed = false;
  const look = async () => {
    const found = await placed(other, TWELVE);
    (found['bank-1'] ?? []).forEach((cents) => written.add(cents));
    // It may ask once more, since something is on its way in it.
    const again = diaries.bench.dialog.getByRole('button', { name: /delete/i });
    if (await again.isVisible()) await again.click();
    if (!isHealed && written.size > 3) await rig.heal();
    isHealed ||= written.size > 3;
    return names(other);
  };
  await expect.poll(look, { timeout: 20_000, intervals: [100] }).toEqual(['bank-2']);
  // Whatever was not written before it went is refused where it can be seen.
  const said = () => told(page);
  const heard = (await other.evaluate(() => (window as unknown as { heard: string[] }).heard)).join();
  const unwritten = TWELVE.filter((cents) => !heard.includes(`\\"cents\\":${cents}`));
  if (unwritten.length) await expect.poll(said).toMatch(new RegExp(`${words(unwritten.at(-1)!)}|${unwritten.length}`));
  await page.goto('/#/bank');
  await expect(diaries.bench.entryCount).toHaveText('12');
  await press(page, 'Deposit', [AFTER]);
  await expect.poll(() => placed(other, [...TWELVE, AFTER])).toEqual({ 'bank-2': [AFTER] });
  await expectWhole(page, other, 'bank-2');
});

test('fault 44: on a slow disk another order is started twice: one is, and it takes what is pressed in it', async ({ page }) => {
  test.setTimeout(60_000);
  const rig = await Rig.on(page);
  const orders = new Diaries(page, 'Order');
  await page.goto('/#/order');
  await orders.bench.ready('order');
  await rig.set({ commitMs: 800 });
  // Pressed twice, since nothing has happened yet, and a command for the order that is still shown.
  await page.evaluate(() => {
    const button = (name: string) => [...document.querySelectorAll('button')].find((at) => at.textContent === name)!;
    button('Start another order').click();
    button('Create order').click();
    button('Start another order').click();
  });
  await expect(orders.bench.entryCount).toHaveText('0', { timeout: 10_000 });
  await orders.bench.command('Create order').click();
  await expect(orders.bench.entryCount).toHaveText('1', { timeout: 10_000 });
  await rig.heal();
  await orders.go();
  await expect(orders.list.locator('b.entries')).toHaveText(['9', '1']);
});
