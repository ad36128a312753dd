// Ask your own: questions that nobody planned, put together from menus by keyboard.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { opened } from './own';
import { Workbench, expectNoSidewaysScroll } from './workbench';

// What is chosen in the menus and typed into the fields; the sentence; what the diary says, and which entries it cites.
type Asked = { topic: string; measure: string; subject?: string; when?: string; type?: [string, string[]]; words: string; says: string; cites: RegExp | string[] };

const february: [string, string[]] = ['Month', ['02', 'ArrowRight', '2026']];
const january: [string, string[]] = ['Month', ['01', 'ArrowRight', '2026']];

const bank: Asked[] = [
  { topic: 'withdrawals', measure: 'The biggest', when: 'in a month', type: february, words: 'The biggest withdrawal in February 2026', says: 'none', cites: [] },
  { topic: 'withdrawals', measure: 'The biggest', when: 'in a month', type: january, words: 'The biggest withdrawal in January 2026', says: '−120.00', cites: ['− 120.00'] },
  { topic: 'deposits', measure: 'How much', when: 'in a month', type: february, words: 'How much did the deposits come to in February 2026?', says: '2, together 280.00', cites: ['+ 200.00', '+ 80.00'] },
  { topic: 'transfers', measure: 'How many', subject: 'Savings', when: 'at any time', words: 'How many transfers from or to Savings were there?', says: '1', cites: ['entry 6'] },
  { topic: 'fees', measure: 'List all', subject: 'any account', when: 'at any time', words: 'List all fees', says: '1, together −5.00', cites: ['− 5.00'] },
  { topic: 'accounts opened', measure: 'The first', subject: 'Savings', when: 'at any time', words: 'The first opening of Savings', says: '10 February 2026, 09:55', cites: ['entry 5'] },
  { topic: 'withdrawals', measure: 'How much', subject: 'any account', when: 'on a day', words: 'How much did the withdrawals come to on 1 March 2026?', says: '1, together −60.00', cites: ['− 60.00'] },
  { topic: 'deposits', measure: 'The last', when: 'before entry', type: ['Entry number', ['9']], words: 'The last deposit before entry 9', says: '14 February 2026, 19:20', cites: ['entry 7'] },
  { topic: 'everything', measure: 'How many', when: 'after entry', type: ['Entry number', ['8']], words: 'How many entries were there after entry 8?', says: '3', cites: ['entry 9', 'entry 10', 'entry 11'] },
  { topic: 'deposits', measure: 'The smallest', when: 'at any time', words: 'The smallest deposit', says: '40.00', cites: ['+ 40.00'] },
];

const order: Asked[] = [
  { topic: 'items removed', measure: 'The first', words: 'The first item removed', says: '18 February 2026, 14:06', cites: ['entry 4'] },
  { topic: 'items removed', measure: 'The last', subject: 'lamp', words: 'The last removal of lamp', says: '18 February 2026, 14:16', cites: ['entry 7'] },
  { topic: 'items added', measure: 'How many', subject: 'any item', words: 'How many additions were there?', says: '4', cites: ['entry 2', 'entry 3', 'entry 5', 'entry 6'] },
  { topic: 'items added', measure: 'How much', subject: 'mug', words: 'How much did the additions of mug come to?', says: '2, together 24.00', cites: ['+ 12.00', '+ 12.00'] },
  { topic: 'items added', measure: 'The biggest', subject: 'any item', words: 'The biggest item added', says: '39.00', cites: ['+ 39.00'] },
  { topic: 'items added', measure: 'The smallest', words: 'The smallest item added', says: '8.50', cites: ['+ 8.50'] },
  { topic: 'payments received', measure: 'The first', words: 'The first payment received', says: '19 February 2026, 09:30', cites: ['entry 8'] },
  { topic: 'payments received', measure: 'How much', when: 'in a month', type: february, words: 'How much did the payments received come to in February 2026?', says: '1, together 20.50', cites: ['+ 20.50'] },
  { topic: 'everything', measure: 'List all', when: 'after entry', type: ['Entry number', ['7']], words: 'List all entries after entry 7', says: '2', cites: ['entry 8', 'entry 9'] },
  { topic: 'everything', measure: 'How many', subject: 'lamp', when: 'between two days', words: 'How many entries about lamp were there between 1 February and 28 February 2026?', says: '2', cites: ['entry 6', 'entry 7'] },
];

for (const [place, questions] of [['bank', bank], ['order', order]] as const) {
  test(`${place}: ten questions of one's own, by keyboard`, async ({ page }) => {
    // Some hundred keys.
    test.slow();
    const { own } = await opened(page, place);
    for (const { topic, measure, subject, when, type, words, says, cites } of questions) {
      await own.choose(own.topic, topic);
      await own.choose(own.measure, measure);
      if (subject) await own.choose(own.subject, subject);
      if (when) await own.choose(own.when, when);
      if (type) await own.type(...type);
      await expect(own.preview).toHaveText(words);
      await own.pressAsk();
      await own.diarySays(says);
      await expect(own.cited(), words).toHaveText(cites);
      await expect(own.snapshot()).toBeVisible();
      await expect(own.askButton).toBeFocused();
    }
  });
}

test('the menus begin with a question that has an answer, and the answer is arithmetic', async ({ page }) => {
  const { bench, own } = await opened(page, 'bank');
  await expect(own.preview).toHaveText('How much did the deposits come to in February 2026?');
  await own.pressAsk();
  await own.snapshotCannotKnow();
  await expect(own.diary()).toContainText('280.00 = 0 + 200.00 + 80.00');
  await expect(bench.voice).toHaveText(/come to in February 2026\? +the diary says: 2, together 280\.00\. The snapshot says: cannot know\./);
  // Everything comes to the balance, and that the row knows too.
  await own.choose(own.topic, 'everything');
  await own.choose(own.subject, 'Everyday');
  await own.choose(own.when, 'at any time');
  await own.pressAsk();
  await own.diarySays('490.00');
  await expect(own.snapshot()).toContainText('490.00');
  const months = own.group.getByRole('table', { name: 'Month by month' });
  await expect(months.getByRole('row')).toHaveText(['January 2026380.00', 'February 2026125.00', 'March 2026−15.00']);
});

test('an answer goes when its question changes, and comes back with it', async ({ page }) => {
  const { own } = await opened(page, 'bank');
  await own.pressAsk();
  await own.diarySays('2, together 280.00');
  await own.choose(own.topic, 'withdrawals');
  await expect(own.diary()).toHaveCount(0);
  await own.choose(own.topic, 'deposits');
  await own.diarySays('2, together 280.00');
});

test('what was chosen stays chosen while one passes entries that it does not go with', async ({ page }) => {
  const { own } = await opened(page, 'bank');
  await own.choose(own.measure, 'The biggest');
  await own.choose(own.subject, 'Savings');
  await own.choose(own.topic, 'accounts opened');
  await expect(own.preview).toHaveText('How many openings of Savings were there in February 2026?');
  await own.choose(own.topic, 'withdrawals');
  await expect(own.preview).toHaveText('The biggest withdrawal from Savings in February 2026');
  await expect(own.measure.locator('option:checked')).toHaveText('The biggest');
});

test('what is missing or wrong is told at its field, and nothing is answered', async ({ page }) => {
  const { bench, own } = await opened(page, 'bank');
  await own.pressAsk();
  await own.diarySays('2, together 280.00');
  await own.field('Month').fill('');
  await expect(own.field('Month')).toHaveAccessibleDescription('Choose a month from 1970 on, such as 2026-02.');
  await expect(own.field('Month')).toHaveAttribute('aria-invalid', 'true');
  await expect(own.diary()).toHaveCount(0);
  await own.pressAsk();
  await expect(own.field('Month')).toBeFocused();
  await expect(own.diary()).toHaveCount(0);
  await own.choose(own.when, 'before entry');
  for (const [typed, why] of [
    ['99', 'There is no entry 99. The diary has the entries 1 to 11.'],
    ['0', 'There is no entry 0. The diary has the entries 1 to 11.'],
    ['-1', '“-1” is not the number of an entry. Use 1 to 11.'],
    ['', 'Type the number of an entry, 1 to 11.'],
  ]) {
    await own.field('Entry number').fill(typed);
    await expect(own.field('Entry number')).toHaveAccessibleDescription(why);
    await own.field('Entry number').press('Enter');
    await expect(own.field('Entry number')).toBeFocused();
    await expect(own.diary()).toHaveCount(0);
  }
  // A ready-made question stays what it was, and its field says why.
  const balance = bench.card(/balance on/);
  await balance.ask();
  await balance.group.getByLabel('Day').fill('');
  await expect(balance.group.getByLabel('Day')).toHaveAccessibleDescription(/not complete/);
  await expect(balance.group).toHaveAccessibleName(/1 March 2026/);
  await balance.diarySays('505.00', '445.00');
  const below = bench.card(/ever below/);
  await below.ask();
  await below.group.getByLabel('Below').fill('a lot');
  await expect(below.group.getByLabel('Below')).toHaveAccessibleDescription(/“a lot” is not an amount/);
});

test('Enter in Amount presses the button that was pressed last, at first Deposit', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('bank');
  await bench.amount.fill('10');
  await bench.amount.press('Enter');
  await expect(bench.diaryBalance).toHaveText('500.00');
  await bench.wish('Withdraw', '20');
  await expect(bench.diaryBalance).toHaveText('480.00');
  await bench.amount.fill('30');
  await bench.amount.press('Enter');
  await expect(bench.diaryBalance).toHaveText('450.00');
  await bench.amount.fill('a lot');
  await bench.amount.press('Enter');
  await expect(bench.amount).toBeFocused();
  await expect(bench.amount).toHaveAccessibleDescription(/“a lot” is not an amount/);
  await expect(bench.diaryBalance).toHaveText('450.00');
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 320]) {
    test.describe(`${colorScheme}, ${width} wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });

      test('axe finds nothing in the menus, an answer, a kept card and a field with a mistake', async ({ page }) => {
        test.slow();
        const { bench, own } = await opened(page, 'bank');
        await own.when.selectOption('any');
        await own.askButton.click();
        await own.keep.click();
        await own.measure.selectOption('list');
        await own.askButton.click();
        await expect(own.diary()).toBeVisible();
        await bench.travelTo(7);
        await expectNoSidewaysScroll(page, 'an answer and a kept card');
        await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
        const axe = () => new AxeBuilder({ page }).include('.ask').analyze();
        expect((await axe()).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
        await own.when.selectOption('before');
        await own.field('Entry number').fill('99');
        await expectNoSidewaysScroll(page, 'a mistake');
        expect((await axe()).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
      });
    });
  }
}
