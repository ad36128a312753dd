// The course as a test speaks of it: how its parts are found, and what is guessed in each chapter.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

// The right answers stand once, by hand, beside the tests of the core: for each chapter those to its fields, in words.
export const answers: Record<string, string[]> = JSON.parse(readFileSync(resolve(__dirname, '../spec/answers.json'), 'utf8'));
export const ids = Object.keys(answers);

// The curve of A3, as its figures are typed.
export const curve = answers.a3[0].split(', ').map(Number);

// What the workbench would tell if it were not covered. No text of the chapter has it.
const covered: Record<string, string[]> = {
  a1: ['580.00'], a3: ['380.00', '580.00', '430.00'], a5: ['lamp', '14:06', '14:11'], b2: ['−10.00'], b4: ['16'],
  c1: ['90.00 are left'], c4: ['1 × mug'],
};

export type Answers = 'right' | 'wrong';

export class Learning {
  constructor(readonly page: Page) {}

  async open(id = '') {
    await this.page.goto(id ? `/#/learn/${id}` : '/#/learn');
    await this.heading.waitFor();
  }

  get heading() { return this.page.getByRole('main').getByRole('heading', { level: 2 }).first(); }
  get form() { return this.page.getByRole('form'); }
  get commit() { return this.page.getByRole('button', { name: 'Commit my answer' }); }
  get reveal() { return this.page.getByRole('region', { name: /guess was right|surprise|without a guess/ }); }
  // Where the learner makes the moves that lead to the answer.
  get turn() { return this.page.getByRole('region', { name: 'Your turn' }); }
  get deeds() { return this.page.getByRole('region', { name: 'See for yourself' }); }
  get farewell() { return this.page.getByRole('region', { name: 'What you have seen' }); }
  get left() { return this.page.getByRole('region', { name: 'What is left' }); }
  get bench() { return this.page.getByRole('region', { name: 'Try it', exact: true }); }
  get next() { return this.page.locator('.farewell').getByRole('link', { name: /Next chapter|Finish/ }); }

  // Everything that can be read or heard, attributes and all.
  markup() { return this.page.evaluate(() => document.body.outerHTML); }

  // What must not be in the page before the commit, and is in it after: why each answer is right, as the teachers' page
  // tells it, and the amounts that are asked for.
  async secrets(id: string) {
    await this.open('teachers');
    const article = this.page.locator('article').filter({ has: this.page.locator(`h4 a[href$="/${id}"]`) });
    const answered = article.locator('details p').filter({ has: this.page.locator('b') });
    const whys = await answered.evaluateAll((all) => all.map((it) => {
      const nodes = [...it.childNodes];
      const after = nodes.slice(nodes.findIndex(({ nodeName }) => nodeName === 'B') + 1);
      return after.map(({ nodeName, textContent }) => nodeName === '#text' ? textContent : '').join('').trim();
    }));
    expect(whys).toHaveLength(answers[id].length);
    const amounts = answers[id].filter((answer) => /^\d+\.\d\d$/.test(answer) && answer !== '0.00');
    return [...whys, ...amounts, ...covered[id] ?? []];
  }

  // Fills in each field of the question, from the first to the last.
  async fill(id: string, how: Answers = 'right') {
    const fields = this.form.locator('.field, fieldset');
    await expect(fields).toHaveCount(answers[id].length);
    for (const [at, right] of answers[id].entries()) await this.answer(fields.nth(at), right, how);
  }

  private async answer(field: Locator, right: string, how: Answers) {
    const [choices, cards, figures] = [field.locator('.choice'), field.locator('.cards .words'), field.locator('.typed input')];
    if (await choices.count()) {
      const all = (await choices.allTextContents()).map((words) => words.trim());
      const wanted = all.filter((words) => right.split('; ').includes(words));
      const chosen = how === 'right' ? wanted : all.filter((words) => !wanted.includes(words)).slice(0, 1);
      for (const words of chosen) await field.getByLabel(words, { exact: true }).check();
    } else if (await cards.count()) {
      // As they lie at first they are wrong.
      for (const [place, words] of how === 'right' ? right.split(' → ').entries() : []) {
        for (let at = (await cards.allTextContents()).indexOf(words); at > place; at -= 1) {
          await field.getByRole('button', { name: `Move “${words}” up` }).click();
          await expect(cards.nth(at - 1)).toHaveText(words);
        }
      }
    } else if (await figures.count()) {
      for (const [at, value] of right.split(', ').entries()) await figures.nth(at).fill(how === 'right' ? String(Number(value)) : '100');
    } else {
      await field.getByRole('textbox').fill(how === 'right' ? right : String(Number(right) + 7));
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
