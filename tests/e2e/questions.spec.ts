// The four questions that the page exists for, with their exact answers, on many clocks.
import { expect, test } from '@playwright/test';
import { Workbench } from './workbench';

test('what was my balance on 1 March? 505.00 at its start, 445.00 at its end', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  const card = bench.card(/balance on 1 March 2026/);
  await card.ask();
  await card.diarySays('505.00', '445.00');
  await card.snapshotCannotKnow();
  await expect(card.snapshot(0)).toContainText('490.00');
});

test('all the deposits from last month? 2, together 280.00', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  const card = bench.card(/deposits .*last month/);
  await card.ask();
  await card.diarySays('2, together 280.00');
  await expect(card.cited()).toHaveText(['+ 200.00', '+ 80.00']);
  await card.snapshotCannotKnow();
});

test('when was the payment received? 19 February 2026, 09:30', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('order');
  const paid = bench.card(/payment received/);
  await paid.ask();
  await paid.diarySays('19 February 2026, 09:30');
  await paid.snapshotCannotKnow();
  const span = bench.card(/payment to shipping/);
  await span.ask();
  await span.diarySays('2 d 7 h 15 min');
  await expect(span.cited()).toHaveText(['entry 8', 'entry 9']);
  await span.snapshotCannotKnow();
});

test('was an item removed and re-added? the mug, in entries 4 and 5; the lamp was not', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('order');
  const card = bench.card(/removed and re-?added/);
  await card.ask();
  await expect(card.value()).toHaveText('yes');
  await expect(card.diary()).toContainText('mug, removed 18 February 2026, 14:06');
  await expect(card.cited()).toHaveText(['entry 4', 'entry 5']);
  await expect(card.diary()).toContainText(/lamp.*not added again/);
  await card.snapshotCannotKnow();
  const gone = bench.card(/never came back/);
  await gone.ask();
  await expect(gone.value()).toHaveText('lamp');
});

test('what both worlds know, both worlds tell', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  const card = bench.card(/balance now/);
  await card.ask();
  await card.diarySays('490.00');
  await expect(card.snapshot()).toContainText('490.00');
  await expect(card.snapshot()).not.toContainText('cannot know');
  // An answer stays true when the diary grows.
  await bench.wish('Deposit', '10');
  await card.diarySays('500.00');
  await expect(card.snapshot()).toContainText('500.00');
});

test('a day or a month without entries gives an honest none', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  const balance = bench.card(/balance on/);
  await balance.ask();
  await balance.group.getByLabel('Day').fill('2025-06-15');
  await balance.diarySays('not opened yet', 'not opened yet');
  const deposits = bench.card(/deposits/);
  await deposits.ask();
  await deposits.group.getByLabel('Month').fill('2025-06');
  await deposits.diarySays('not opened yet');
  // A day to come has no number either.
  await balance.ask();
  await balance.group.getByLabel('Day').fill('2031-10-10');
  await balance.diarySays('not yet; now it is 490.00');
});

test('an answer leads to the entries that it rests on', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('order');
  const card = bench.card(/payment to shipping/);
  await card.ask();
  await card.cited().first().click();
  await expect(bench.slider).toHaveValue('8');
  await expect(bench.moment).toContainText('19 February 2026');
  await card.diarySays('2 d 7 h 15 min');
});

// The first of the current month, on the clocks of four readers. Offsets are written out: that a zone has this one
// on that day is checked by the page showing the date.
const clocks = [
  { zone: 'America/New_York', now: '2026-05-01T00:30:00-04:00', first: '1 May 2026', end: '490.00' },
  { zone: 'America/New_York', now: '2026-03-31T12:00:00-04:00', first: '1 March 2026', end: '445.00' },
  { zone: 'America/New_York', now: '2028-02-29T23:59:00-05:00', first: '1 February 2028', end: '445.00' },
  { zone: 'Europe/Berlin', now: '2026-11-01T00:30:00+01:00', first: '1 November 2026', end: '490.00' },
  { zone: 'Europe/Berlin', now: '2026-03-31T12:00:00+02:00', first: '1 March 2026', end: '445.00' },
  { zone: 'Europe/Berlin', now: '2028-02-29T23:59:00+01:00', first: '1 February 2028', end: '445.00' },
  { zone: 'Pacific/Kiritimati', now: '2027-01-01T00:30:00+14:00', first: '1 January 2027', end: '490.00' },
  { zone: 'Pacific/Kiritimati', now: '2026-03-31T23:59:00+14:00', first: '1 March 2026', end: '445.00' },
  { zone: 'Pacific/Kiritimati', now: '2028-02-29T12:00:00+14:00', first: '1 February 2028', end: '445.00' },
  { zone: 'Pacific/Pago_Pago', now: '2026-03-01T00:30:00-11:00', first: '1 March 2026', end: '490.00' },
  { zone: 'Pacific/Pago_Pago', now: '2026-03-31T23:59:00-11:00', first: '1 March 2026', end: '445.00' },
  { zone: 'Pacific/Pago_Pago', now: '2028-02-29T12:00:00-11:00', first: '1 February 2028', end: '445.00' },
];

for (const { zone, now, first, end } of clocks) {
  test.describe(`${zone}, ${now}`, () => {
    test.use({ timezoneId: zone });

    test('the same numbers for the first of the current month', async ({ page }) => {
      const bench = new Workbench(page);
      await bench.open('bank', now);
      await expect(page.locator('.kept-words')).toContainText(zone);
      const balance = bench.card(new RegExp(`balance on ${first}`));
      await balance.ask();
      // Half an hour into the month, all that the story tells of it has happened on its first day.
      await balance.diarySays('505.00', end);
      const deposits = bench.card(/deposits .*last month/);
      await deposits.ask();
      await deposits.diarySays('2, together 280.00');
      await bench.goTo('order');
      const span = bench.card(/payment to shipping/);
      await span.ask();
      await span.diarySays('2 d 7 h 15 min');
      const paid = bench.card(/payment received/);
      await paid.ask();
      await expect(paid.value()).toContainText('09:30');
    });
  });
}

test('in the first minute of a month its entries have not happened yet', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('bank', '2026-04-01T00:00:30Z');
  await expect(bench.entries).toHaveCount(8);
  await expect(bench.diaryBalance).toHaveText('505.00');
  const card = bench.card(/balance on 1 April 2026/);
  await card.ask();
  await card.diarySays('505.00', '505.00');
});

test.describe('where midnight is skipped', () => {
  // Clocks in Cairo go from 24 April 2026, 00:00 to 01:00. The browser answers for the skipped midnight with 01:00 of the
  // old time, an hour before the day begins.
  test.use({ timezoneId: 'Africa/Cairo' });

  test('the day starts when its first minute does', async ({ page }) => {
    const bench = new Workbench(page);
    await bench.open('bank', '2026-04-23T23:30:00+02:00');
    await bench.wish('Deposit', '50');
    const balance = bench.card(/What was my balance on/);
    await balance.ask();
    await bench.ask.getByLabel('Day').fill('2026-04-24');
    await expect(bench.ask.getByTestId('answer-diary').first()).toContainText('540.00');
  });
});
