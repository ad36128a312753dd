// Questions of one's own that are kept: they stand among the cards, and are answered again.
import { expect, test } from '@playwright/test';
import { KEPT, Own, opened } from './own';
import { Workbench } from './workbench';

test('a kept question is answered again: as the diary grows, as one travels, and after a reload', async ({ page }) => {
  const { bench, own } = await opened(page, 'bank');
  await own.choose(own.when, 'at any time');
  await own.pressAsk();
  await own.reach(own.keep);
  await page.keyboard.press('Enter');
  const card = bench.card(/^How much did the deposits come to\?$/);
  await expect(card.group).toBeFocused();
  await expect(own.diary()).toHaveCount(0);
  await card.diarySays('4, together 820.00');
  expect(await page.evaluate((key) => localStorage.getItem(key), KEPT.bank)).toBe('["how-much","deposits",null,""]');

  await bench.wish('Deposit', '10');
  await card.diarySays('5, together 830.00');
  // To a cited entry and on: the focus stays on what was pressed, and the answer is that moment's.
  await card.cited().nth(2).press('Enter');
  await expect(bench.slider).toHaveValue('7');
  await expect(card.group).toContainText('As of this moment, entry 7, 14 February 2026, 19:20');
  await card.diarySays('3, together 780.00');
  await expect(card.cited().nth(2)).toBeFocused();
  await card.snapshotCannotKnow();
  await bench.travelTo(1);
  await card.diarySays('none');
  await bench.now();
  await card.diarySays('5, together 830.00');
  await expect(card.group).not.toContainText('As of this moment');

  await page.reload();
  await bench.ready('bank');
  await card.diarySays('5, together 830.00');
  await expect(own.measure).toHaveCount(0);
  await bench.goTo('order');
  await expect(card.group).toHaveCount(0);
  await bench.goTo('bank');
  await card.diarySays('5, together 830.00');
});

test('a question is kept once, and forgotten', async ({ page }) => {
  const { bench, own } = await opened(page, 'order');
  await own.pressAsk();
  await own.keep.click();
  const card = bench.card(/^The first item removed$/);
  await card.diarySays('18 February 2026, 14:06');
  await own.pressAsk();
  await expect(own.group).toContainText('You keep this question');
  await expect(own.keep).toHaveCount(0);
  const forget = card.group.getByRole('button', { name: 'Forget this question' });
  await own.reach(forget);
  await page.keyboard.press('Enter');
  await expect(card.group).toHaveCount(0);
  await expect(own.group.getByRole('button', { expanded: true })).toBeFocused();
  await expect(own.keep).toBeVisible();
  expect(await page.evaluate((key) => localStorage.getItem(key), KEPT.order)).toBeNull();
  await page.reload();
  await bench.ready('order');
  await expect(bench.card(/Ask your own/).group).toBeVisible();
  await expect(card.group).toHaveCount(0);
});

test('a line that cannot be read is told, and stays word for word', async ({ page }) => {
  const bench = new Workbench(page);
  const lines = ['["how-much","dreams",null,""]', '["how-many","fees",null,""]', 'no question at all'];
  await page.addInitScript(([key, text]) => {
    if (!localStorage.getItem(key)) localStorage.setItem(key, text);
  }, [KEPT.bank, lines.join('\n')]);
  await bench.open('bank');
  const unread = bench.ask.getByRole('group', { name: /can’t be read/ });
  await expect(unread).toHaveCount(2);
  await expect(unread.first()).toContainText('“dreams” is not a part of a question that this version knows');
  await bench.card(/How many fees/).diarySays('1');
  const own = new Own(page);
  await own.open();
  await own.pressAsk();
  await own.keep.click();
  await bench.card(/How much did the deposits/).diarySays('2, together 280.00');
  const kept = () => page.evaluate((key) => localStorage.getItem(key)!.split('\n'), KEPT.bank);
  expect(await kept()).toEqual([...lines, '["how-much","deposits",null,"2026-02"]']);
  await unread.last().getByRole('button', { name: 'Forget this question' }).click();
  await expect(unread).toHaveCount(1);
  expect(await kept()).toEqual([lines[0], lines[1], '["how-much","deposits",null,"2026-02"]']);
});

test('a question that could not be kept says so, and does not look kept', async ({ page }) => {
  const { bench, own } = await opened(page, 'bank');
  await own.pressAsk();
  await page.evaluate(() => {
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await own.keep.click();
  await expect(own.group).toContainText('It could not be kept:');
  await expect(bench.card(/How much did the deposits/).group).toHaveCount(0);
  await own.diarySays('2, together 280.00');
});

test('what another tab keeps and forgets is seen here', async ({ page, context }) => {
  const { own } = await opened(page, 'bank');
  const other = await context.newPage();
  const bench = new Workbench(other);
  await bench.open('bank');
  await new Own(other).open();
  await own.pressAsk();
  await own.keep.click();
  const there = bench.card(/How much did the deposits/);
  await there.diarySays('2, together 280.00');
  await there.group.getByRole('button', { name: 'Forget this question' }).click();
  await expect(new Workbench(page).card(/How much did the deposits/).group).toHaveCount(0);
});
