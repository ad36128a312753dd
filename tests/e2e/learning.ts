// The course as a test speaks of it: how its parts are found, and what is guessed in each chapter.
import { expect, type Page } from '@playwright/test';

// What is typed or chosen for each field, rightly and wrongly, and words that must not be in the page before the commit.
export type Played = { right: Fill[]; wrong: Fill[]; secret: string[] };
export type Fill = { number: [label: string, typed: string] } | { choose: string } | { up: string } | { curve: number[] };

export const truth = [0, 500, 380, 580, 580, 430, 510, 505, 445, 450, 490];

export const course: Record<string, Played> = {
  a1: {
    right: [{ number: ['How many new lines are in the diary', '3'] }, { number: ['How many balances are in the snapshot', '1'] }],
    wrong: [{ number: ['How many new lines are in the diary', '1'] }, { number: ['How many balances are in the snapshot', '3'] }],
    secret: ['Each of the three moves', '580.00'],
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
    secret: ['The rule says no', 'nothing happens, and the diary'],
  },
  b1: {
    right: [{ number: ['Everyday at the end of 2 March', '445'] }],
    wrong: [{ number: ['Everyday at the end of 2 March', '450'] }],
    secret: ['445.00', 'nine lines', 'Try it on the bench'],
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

// What must not be in the pages of part C before the commit.
export const secrets: Record<string, string[]> = {
  c1: ['is written as line 12', '90.00 are left', 'turned away twice'],
  c2: ['540.00', 'with its number beside it'],
  c3: ['535.00', '505.00', 'By the second clock'],
  c4: ['so nothing is guessed', '1 × mug'],
  c5: ['Line 3 has the withdrawal', 'breaks at line 3'],
  c6: ['640.00', 'turns into noise'],
  c7: ['is a fact that says what and why', 'what nobody has asked yet'],
  c8: ['are asked about their past', 'Worth its trouble'],
};

export class Learning {
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
  get left() { return this.page.getByRole('region', { name: 'What is left' }); }
  get bench() { return this.page.getByRole('region', { name: 'Try it on the bench' }); }
  get next() { return this.page.locator('.farewell').getByRole('link', { name: /Next chapter|Finish/ }); }

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

  deed(name: string | RegExp) { return this.deeds.getByRole('button', { name, exact: typeof name === 'string' }); }

  // Everything that there is to do, one after the other. What is done at a bench leads to the button there.
  async doAll() {
    // It comes with the commit, or with the end of the replay, and its buttons with it.
    await expect(this.deeds).toBeVisible();
    for (const button of await this.deeds.getByRole('button').all()) {
      if (await button.evaluate((it) => it.closest('li')!.classList.contains('done'))) continue;
      await button.click();
      if (await this.bench.evaluateAll(([it]) => it?.contains(document.activeElement))) await this.page.keyboard.press('Enter');
      await expect(button).toHaveAttribute('aria-disabled', 'true');
    }
    await expect(this.farewell).toBeVisible();
  }
}
