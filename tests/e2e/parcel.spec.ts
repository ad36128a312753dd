// What the parcel has for itself: fields that go when it is registered, and a depot that is known however it is typed.
import { expect, test } from '@playwright/test';
import { Workbench } from './workbench';

test('Enter registers a parcel, and the focus goes on where one types next', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('parcel');
  await bench.command('Send another parcel').click();
  await expect(bench.entryCount).toHaveText('0');
  await bench.commands.getByLabel('Grams').press('Enter');
  await expect(bench.entryCount).toHaveText('1');
  await expect(bench.commands.getByLabel('From')).toHaveCount(0);
  await expect(bench.commands.getByLabel('Depot')).toBeFocused();
});

test('a question about a depot, however its letters are typed', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('parcel');
  const card = bench.card(/^How long did it lie/);
  await card.ask();
  await card.diarySays('3 d 12 h 40 min', '2 d 23 h 25 min');
  await card.group.getByLabel('Depot').fill('LEIPZIG');
  await card.diarySays('3 d 12 h 40 min', '2 d 23 h 25 min');
  await card.group.getByLabel('Depot').fill('Berlin');
  await card.diarySays('it was never there', 'it was never there');
  await card.group.getByLabel('Depot').fill(' ');
  await expect(card.group.getByLabel('Depot')).toHaveAttribute('aria-invalid', 'true');
});
