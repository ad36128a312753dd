// The course in the browser: parts A and B played through with right answers, with wrong ones, and by keyboard alone.
import { expect, test, type Page } from '@playwright/test';
import { Workbench } from './workbench';

// What is typed or chosen for each field, rightly and wrongly, and words that must not be in the page before the commit.
type Played = { right: Fill[]; wrong: Fill[]; secret: string[] };
type Fill = { number: [label: string, typed: string] } | { choose: string } | { up: string } | { curve: number[] };

const truth = [0, 500, 380, 580, 580, 430, 510, 505, 445, 450, 490];

const course: Record<string, Played> = {
  a1: {
    right: [{ number: ['New lines in the diary', '3'] }, { number: ['Balances in the snapshot', '1'] }],
    wrong: [{ number: ['New lines in the diary', '1'] }, { number: ['Balances in the snapshot', '3'] }],
    secret: ['Each of your three moves', '580.00'],
  },
  a2: {
    right: [{ number: ['At the start of the day', '505'] }, { number: ['At the end of the day', '445'] }],
    wrong: [{ number: ['At the start of the day', '490'] }, { number: ['At the end of the day', '505'] }],
    secret: ['505.00', '445.00'],
  },
  a3: {
    right: [{ curve: truth }, { choose: 'They stay as they are.' }],
    wrong: [{ curve: truth.map(() => 100) }, { choose: 'They are undone, from the last one backwards.' }],
    secret: ['380.00', '580.00', '430.00', 'The time machine only reads'],
  },
  a4: {
    right: [{ number: ['How many deposits', '2'] }, { number: ['How much together', '280'] }],
    wrong: [{ number: ['How many deposits', '3'] }, { number: ['How much together', '430'] }],
    secret: ['280.00', 'Lines 4 and 7'],
  },
  a5: {
    right: [{ choose: 'Yes, the mug.' }, { choose: 'On 19 February at 09:30.' }],
    wrong: [{ choose: 'Yes, the tea.' }, { choose: 'On 21 February at 16:45.' }],
    secret: ['lamp', '14:06', '14:11'],
  },
  a6: {
    right: [{ choose: 'No.' }, { up: 'the rule looks at the wish' }],
    wrong: [{ choose: 'Yes: withdrawal refused.' }],
    secret: ['The rule said no', 'nothing happened, and the diary'],
  },
  b1: {
    right: [{ number: ['Everyday at the end of 2 March', '445'] }],
    wrong: [{ number: ['Everyday at the end of 2 March', '450'] }],
    secret: ['445.00', 'nine lines'],
  },
  b2: {
    right: [{ number: ['The last balance of Everyday in the copy', '110'] }],
    wrong: [{ number: ['The last balance of Everyday in the copy', '-10'] }],
    secret: ['110.00', '−10.00'],
  },
  b3: {
    right: [{ number: ['Change of the total by line 6', '0'] }],
    wrong: [{ number: ['Change of the total by line 6', '-150'] }],
    secret: ['in all, nothing has changed'],
  },
  b4: {
    right: [{ number: ['Lines that are replayed', '16'] }],
    wrong: [{ number: ['Lines that are replayed', '10000'] }],
    secret: ['16'],
  },
  b5: {
    right: [{ choose: '5.00: that is what was charged.' }],
    wrong: [{ choose: '7.00: that is the rule now.' }],
    secret: ['Line 8 says 5.00.'],
  },
  b6: {
    right: [{ number: ['Mails sent by the second program', '0'] }],
    wrong: [{ number: ['Mails sent by the second program', '11'] }],
    secret: ['no mail is sent'],
  },
};

class Learning {
  constructor(readonly page: Page) {}

  async open(id = '') {
    await this.page.goto(id ? `/#/learn/${id}` : '/#/learn');
    await this.heading.waitFor();
  }

  get heading() { return this.page.getByRole('main').getByRole('heading', { level: 2 }).first(); }
  get form() { return this.page.getByRole('form'); }
  get commit() { return this.page.getByRole('button', { name: 'Commit my answer' }); }
  get reveal() { return this.page.getByRole('region', { name: /saw it coming|surprise|without a guess/ }); }
  get deeds() { return this.page.getByRole('region', { name: 'See for yourself' }); }
  get farewell() { return this.page.getByRole('region', { name: 'What you have seen' }); }
  get next() { return this.farewell.getByRole('link', { name: /Next chapter|Finish/ }); }

  // Everything that can be read or heard, attributes and all.
  markup() { return this.page.evaluate(() => document.body.outerHTML); }

  async fill(fills: Fill[]) {
    for (const fill of fills) {
      if ('number' in fill) await this.form.getByLabel(fill.number[0]).fill(fill.number[1]);
      if ('choose' in fill) await this.form.getByLabel(fill.choose, { exact: true }).check();
      if ('up' in fill) {
        const up = this.form.getByRole('button', { name: `Move “${fill.up}” up` });
        while ((await up.getAttribute('aria-disabled')) !== 'true') await up.click();
      }
      if ('curve' in fill) {
        for (const [at, value] of fill.curve.entries()) {
          await this.form.getByLabel(`Line ${at + 1}`, { exact: true }).fill(String(value));
        }
      }
    }
  }

  // Wishes, travels and questions have a button each; what is done at a bench has not.
  async doAll() {
    for (const button of await this.deeds.getByRole('button').all()) {
      if ((await button.getAttribute('aria-disabled')) === 'true') continue;
      await button.click();
      await expect(button).toHaveAttribute('aria-disabled', 'true');
    }
  }
}

test.describe('without motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  for (const answers of ['right', 'wrong'] as const) {
    test(`parts A and B with ${answers} answers`, async ({ page }) => {
      test.slow();
      const learning = new Learning(page);
      await learning.open();
      await page.getByRole('link', { name: 'Start', exact: true }).click();
      for (const [id, played] of Object.entries(course)) {
        await expect(learning.heading).toContainText(`${id.toUpperCase()} ·`);
        await expect(page).toHaveTitle(new RegExp(`^${id.toUpperCase()} `));
        await expect(learning.heading).toBeFocused();
        const markup = await learning.markup();
        for (const secret of played.secret) expect(markup, `${id}: ${secret}`).not.toContain(secret);
        await learning.fill(played[answers]);
        await learning.commit.click();
        if (id === 'a1') await learning.doAll();
        await expect(learning.reveal).toBeVisible();
        const verdict = answers === 'right' ? 'You saw it coming.' : 'A surprise!';
        await expect(learning.reveal.getByRole('heading', { level: 3 })).toContainText(verdict);
        const shown = await learning.markup();
        for (const secret of played.secret) expect(shown, `${id}: ${secret}`).toContain(secret);
        await learning.doAll();
        await learning.next.click();
      }
      await learning.open();
      await expect(page.getByText('✓ solved')).toHaveCount(12);
      await expect(page.getByTestId('progress')).toContainText('12 of 20');
      const surprises = page.getByRole('region', { name: 'What surprised you' });
      await expect(surprises).toHaveCount(answers === 'right' ? 0 : 1);
      await expect(page.getByRole('region', { name: 'Your badges' })).toContainText('What it gives');
    });
  }

  test('what is missing is told at the field, and nothing is committed', async ({ page }) => {
    const learning = new Learning(page);
    await learning.open('a2');
    await learning.form.getByLabel('At the start of the day').fill('a lot');
    await learning.commit.click();
    await expect(learning.form.getByLabel('At the start of the day')).toBeFocused();
    await expect(learning.form.getByLabel('At the start of the day')).toHaveAttribute('aria-invalid', 'true');
    await expect(learning.reveal).toHaveCount(0);
    await learning.open('a3');
    await learning.commit.click();
    await expect(learning.form).toContainText('The balance after line 1 is missing.');
    await expect(learning.form.getByLabel('Line 1', { exact: true })).toBeFocused();
    await expect(learning.form).toContainText('Choose one.');
  });

  test('hints come one by one, and the answer can be had without a guess, which is not solved', async ({ page }) => {
    const learning = new Learning(page);
    await learning.open('a4');
    expect(await learning.markup()).not.toContain('Read only the lines');
    for (const name of ['Give me a hint', 'Another hint', 'Another hint']) await page.getByRole('button', { name }).click();
    await expect(page.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toHaveCount(3);
    await page.getByRole('button', { name: 'Show me without guessing' }).click();
    await expect(learning.reveal).toContainText('280.00');
    await learning.next.click();
    await learning.open();
    await expect(page.getByText('✓ shown')).toHaveCount(1);
    await expect(page.getByText('✓ solved')).toHaveCount(0);
  });

  test('a reload keeps what was guessed and done, and the map leads back', async ({ page }) => {
    const learning = new Learning(page);
    await learning.open('a1');
    await learning.fill(course.a1.right);
    await learning.commit.click();
    await learning.deeds.getByRole('button', { name: 'Deposit 500.00 into Everyday' }).click();
    await expect(page.getByTestId('entry-count')).toHaveText('2');
    await page.reload();
    await expect(page.getByTestId('entry-count')).toHaveText('2');
    await expect(learning.deeds.getByRole('button').first()).toHaveAttribute('aria-disabled', 'true');
    await expect(learning.form).toHaveCount(0);
    await page.getByRole('link', { name: 'All chapters' }).click();
    await page.getByRole('link', { name: 'Go on: A1, Two notebooks' }).click();
    await learning.doAll();
    await expect(learning.reveal).toBeVisible();
    await page.getByRole('button', { name: 'Start this chapter again' }).click();
    await expect(learning.commit).toBeVisible();
    await expect(page.getByTestId('entry-count')).toHaveText('1');
  });

  test('progress is deleted, and read off the diary again', async ({ page }) => {
    const learning = new Learning(page);
    await learning.open('a2');
    await learning.fill(course.a2.right);
    await learning.commit.click();
    await learning.next.click();
    await learning.open();
    await expect(page.getByText('✓ solved')).toHaveCount(1);
    await page.getByRole('button', { name: 'Delete progress' }).click();
    await expect(page.getByText('✓ solved')).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Start', exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Rebuild it from the diary' }).click();
    await expect(page.getByText('✓ solved')).toHaveCount(1);
    await expect(page.getByTestId('rebuilt')).toContainText('the same as before');
    // The learning diary has a past of its own, and the map follows it there.
    await page.getByText('Read it, and go back in it').click();
    const bench = new Workbench(page);
    await bench.slider.press('Home');
    await expect(page.getByText('✓ solved')).toHaveCount(0);
    await page.getByRole('button', { name: 'Back to now' }).click();
    await expect(page.getByText('✓ solved')).toHaveCount(1);
    await bench.goTo('diaries');
    await expect(page.getByRole('region', { name: 'Learning' }).getByRole('listitem')).toHaveCount(1);
  });

  test('a room sees no answer before it asks, and a clicker turns the pages', async ({ page }) => {
    const learning = new Learning(page);
    await learning.open('a2');
    await learning.fill(course.a2.right);
    await learning.commit.click();
    await expect(learning.reveal).toBeVisible();
    await page.goto('/?present#/learn/a2');
    await expect(learning.commit).toBeVisible();
    expect(await learning.markup()).not.toContain('445.00');
    await page.getByRole('button', { name: 'Show me without guessing' }).click();
    await expect(learning.reveal).toContainText('445.00');
    await page.keyboard.press('PageDown');
    await expect(learning.heading).toContainText('A3');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('PageUp');
    await expect(learning.heading).toContainText('A1');
  });
});

test('the reveal replays to the answer', async ({ page }) => {
  const learning = new Learning(page);
  const bench = new Workbench(page);
  await learning.open('a2');
  await learning.fill(course.a2.right);
  await learning.commit.click();
  await expect(page.getByRole('region', { name: 'Replay' })).toBeFocused();
  for (const at of [1, 2, 3]) await expect(bench.slider).toHaveValue(String(at));
  await expect(learning.reveal).toBeVisible();
  await expect(bench.slider).toHaveValue('9');
  await expect(bench.entry(9)).toHaveClass(/decides/);
});

test('part A by keyboard alone', async ({ page }) => {
  test.slow();
  const learning = new Learning(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await learning.open('a1');
  // Tabs on to what has this name, and says when it can't be reached.
  const tabTo = async (name: string | RegExp, role: 'button' | 'link' | 'textbox' | 'radio' | 'spinbutton' = 'button') => {
    const wanted = page.getByRole(role, { name, exact: typeof name === 'string' }).first();
    for (let tabs = 0; tabs < 80; tabs += 1) {
      if (await wanted.evaluate((it) => it === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`80 tabs don't lead to ${name}`);
  };
  for (const id of ['a1', 'a2', 'a3', 'a4', 'a5', 'a6']) {
    await expect(learning.heading).toContainText(`${id.toUpperCase()} ·`);
    for (const fill of course[id].right) {
      if ('number' in fill) {
        await tabTo(fill.number[0], 'textbox');
        await page.keyboard.type(fill.number[1]);
      }
      if ('choose' in fill) {
        const choice = page.getByRole('radio', { name: fill.choose, exact: true });
        const places = await choice.evaluate((it: HTMLInputElement) => [...document.getElementsByName(it.name)].indexOf(it));
        const group = await choice.getAttribute('name');
        for (let tabs = 0; tabs < 80; tabs += 1) {
          await page.keyboard.press('Tab');
          if (await page.evaluate((name) => (document.activeElement as HTMLInputElement).name === name, group)) break;
        }
        await page.keyboard.press('Space');
        for (let at = 0; at < places; at += 1) await page.keyboard.press('ArrowDown');
        await expect(choice).toBeChecked();
      }
      if ('up' in fill) {
        await tabTo(`Move “${fill.up}” up`);
        await page.keyboard.press('Enter');
        await page.keyboard.press('Enter');
      }
      if ('curve' in fill) {
        for (const [at, value] of fill.curve.entries()) {
          await tabTo(`Line ${at + 1}`, 'spinbutton');
          await page.keyboard.type(String(value));
        }
      }
    }
    await tabTo('Commit my answer');
    await page.keyboard.press('Enter');
    if (id === 'a1') {
      for (const name of ['Deposit 500.00 into Everyday', 'Withdraw 120.00 from Everyday', 'Deposit 200.00 into Everyday']) {
        await tabTo(name);
        await page.keyboard.press('Enter');
      }
    }
    await expect(learning.reveal.getByRole('heading', { level: 3 })).toBeFocused();
    await expect(learning.reveal).toContainText('You saw it coming.');
    await tabTo(/Next chapter/, 'link');
    await page.keyboard.press('Enter');
  }
  await expect(learning.heading).toContainText('B1');
});
