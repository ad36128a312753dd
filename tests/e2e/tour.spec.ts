// The two-minute tour: four steps in the place of the opening question, done by its button or by any other way.
import { expect, test, type Page } from '@playwright/test';
import { Workbench, expectNoSidewaysScroll, focused } from './workbench';

const STEPS = {
  bank: { refused: 'Withdraw 10,000.00 from Everyday', write: ['Deposit 50.00 into Everyday'] },
  order: { refused: 'Add 1 × lamp', write: ['Start another order', 'Create order ORD-2'] },
  parcel: { refused: 'Collect it from the sender', write: ['Send another parcel', 'Register parcel PCL-2'] },
} as const;

class Tour {
  readonly bench: Workbench;

  constructor(readonly page: Page) { this.bench = new Workbench(page); }

  get begin() { return this.bench.opening.getByRole('button', { name: 'Two-minute tour' }); }
  get next() { return this.page.locator('#tour-next'); }
  get end() { return this.bench.opening.getByRole('button', { name: 'End the tour' }); }
  get status() { return this.bench.voice; }

  async expectStep(step: number, button: string) {
    await expect(this.bench.opening).toContainText(`Step ${step} of 4.`);
    await expect(this.next).toHaveText(button);
  }

  // Counts what is said of the steps: the same words again are silence.
  async listen() {
    await this.status.evaluate((status) => {
      const said: string[] = [];
      Object.assign(window, { said });
      new MutationObserver(() => { if (/^(Step \d|The tour is over)/.test(status.textContent!)) said.push(status.textContent!.trim()); })
        .observe(status, { childList: true, characterData: true, subtree: true });
    });
  }

  said() { return this.page.evaluate(() => (window as unknown as { said: string[] }).said); }
  height() { return this.bench.opening.evaluate((at) => Math.round(at.getBoundingClientRect().height)); }

  async expectOneDark() {
    const dark = await this.page.locator('button.lead, a.lead').evaluateAll((all) => all.filter((at) => at.checkVisibility()).map((at) => at.textContent));
    expect(dark).toHaveLength(1);
  }
}

for (const place of ['bank', 'order', 'parcel'] as const) {
  test(`${place}: by keyboard, with one button that keeps the focus, and nothing jumps`, async ({ page }) => {
    const tour = new Tour(page);
    const { bench } = tour;
    const { refused, write } = STEPS[place];
    await bench.open(place);
    const entries = Number(await bench.entryCount.innerText());
    const height = await tour.height();
    await tour.begin.focus();
    await tour.listen();
    const enter = async () => {
      await expect(tour.next, await focused(page)).toBeFocused();
      await tour.expectOneDark();
      expect(await tour.height()).toBe(height);
      await page.keyboard.press('Enter');
    };
    await page.keyboard.press('Enter');
    await tour.expectStep(1, 'Ask both worlds');
    await enter();
    await tour.expectStep(2, 'Go into the past');
    await expect(bench.ask.getByTestId('answer-diary').first()).toBeInViewport();
    await enter();
    await tour.expectStep(3, 'Back to now');
    expect(Number(await bench.slider.inputValue())).toBeLessThan(entries);
    await enter();
    await tour.expectStep(3, refused);
    await enter();
    await expect(bench.refusal).toBeVisible();
    for (const request of write) {
      await tour.expectStep(4, request);
      await enter();
    }
    await expect(bench.opening).toContainText('Now it is yours.');
    await expect(bench.entryCount).toHaveText(String(write.length > 1 ? 1 : entries + 1));
    await expect(tour.end).toHaveCount(0);
    await expect(tour.next).toHaveText('Go on by yourself');
    await enter();
    await expect(tour.next).toHaveCount(0);
    await expect(bench.opening).toBeFocused();
    await expect(tour.begin).toBeVisible();
    // Each step was said once, and in full.
    const said = await tour.said();
    expect(said.map((words) => words.replace(/\..*/, ''))).toEqual(['Step 1 of 4', 'Step 2 of 4', 'Step 3 of 4', 'Step 4 of 4', 'The tour is over']);
  });
}

test('each step is done by whichever way, also before its turn', async ({ page }) => {
  const tour = new Tour(page);
  const { bench } = tour;
  await bench.open();
  // What was done before the tour is none of it.
  await bench.wish('Deposit', '10');
  await expect(bench.entryCount).toHaveText('12');
  await tour.begin.click();
  await tour.expectStep(1, 'Ask both worlds');
  // The third step first: the tour goes on with the first, as the second of four.
  await bench.wish('Withdraw', '10000');
  await tour.expectStep(2, 'Ask both worlds');
  await bench.questions.nth(2).click();
  await tour.expectStep(3, 'Go into the past');
  await bench.slider.press('Home');
  await tour.expectStep(4, 'Back to now');
  // In the past nothing is written, and the tour waits.
  await bench.command('Deposit').click({ force: true });
  await expect(bench.refusal).toBeVisible();
  await tour.expectStep(4, 'Back to now');
  await bench.now();
  await tour.expectStep(4, 'Deposit 50.00 into Everyday');
  await bench.wish('Transfer', '5');
  await expect(bench.opening).toContainText('Now it is yours.');
});

test('it ends when one likes, and is forgotten', async ({ page }) => {
  const tour = new Tour(page);
  const { bench } = tour;
  await bench.open();
  const question = await bench.opening.locator('.question').innerText();
  await tour.begin.click();
  await tour.next.click();
  await tour.expectStep(2, 'Go into the past');
  await tour.end.press('Enter');
  await expect(bench.opening.locator('.question')).toHaveText(question);
  await expect(bench.opening).toBeFocused();
  await tour.begin.click();
  await expect(bench.opening).toContainText(/Step \d of 4/);
  await page.reload();
  await bench.ready('bank');
  await expect(bench.opening.locator('.question')).toHaveText(question);
  // An empty diary has nothing to be shown.
  await bench.goTo('order');
  await bench.startAnotherOrder();
  await expect(tour.begin).toHaveCount(0);
});

test('a step that only the past refuses is not done', async ({ page }) => {
  const tour = new Tour(page);
  const { bench } = tour;
  await bench.open();
  await tour.begin.click();
  await tour.next.click();
  await tour.next.click();
  await tour.expectStep(3, 'Back to now');
  await bench.command('Withdraw').click({ force: true });
  await expect(bench.refusal).toBeVisible();
  await tour.expectStep(3, 'Back to now');
});

test('on a phone what to do stays in sight, whatever is looked at', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const tour = new Tour(page);
  const { bench } = tour;
  await bench.open();
  await tour.begin.click();
  for (const [step, button] of [[1, 'Ask both worlds'], [2, 'Go into the past'], [3, 'Back to now'], [3, STEPS.bank.refused], [4, STEPS.bank.write[0]]] as const) {
    await tour.expectStep(step, button);
    await expect(tour.next).toBeInViewport({ ratio: 1 });
    await expect(bench.opening.locator('.question')).toBeInViewport({ ratio: 1 });
    await expectNoSidewaysScroll(page, `step ${step}`);
    if (step === 2) await expect(bench.ask.getByTestId('answer-diary').first()).toBeInViewport({ ratio: 1 });
    await tour.next.click();
  }
  await expect(bench.opening).toContainText('Now it is yours.');
});
