// The course in the browser: parts A and B played through with right answers, with wrong ones, and by keyboard alone.
import { expect, test, type Locator } from '@playwright/test';
import { Learning, answers, ids } from './learning';
import { Workbench } from './workbench';

// Part C has benches of its own, and its chapters stand alone.
const [played, alone] = [ids.filter((id) => id < 'c'), ids.filter((id) => id > 'c')];

// A clicker's key, as often as it takes until the chapter has been read to its end.
async function click(learning: Learning, key: 'PageDown' | 'PageUp', chapter: string) {
  await expect(async () => {
    await learning.page.keyboard.press(key);
    await expect(learning.heading).toContainText(chapter, { timeout: 1_000 });
  }).toPass();
}

test.describe('without motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  for (const how of ['right', 'wrong'] as const) {
    test(`parts A and B with ${how} answers`, async ({ page }) => {
      test.slow();
      const learning = new Learning(page);
      const secrets = new Map<string, string[]>();
      for (const id of played) secrets.set(id, await learning.secrets(id));
      await learning.open();
      await page.getByRole('link', { name: 'Start', exact: true }).click();
      for (const id of played) {
        await expect(learning.heading).toContainText(`${id.toUpperCase()} ·`);
        await expect(page).toHaveTitle(new RegExp(`^${id.toUpperCase()} `));
        await expect(learning.heading).toBeFocused();
        const markup = await learning.markup();
        for (const secret of secrets.get(id)!) expect(markup, `${id}: ${secret}`).not.toContain(secret);
        await learning.fill(id, how);
        await learning.commit.click();
        await expect(learning.turn.or(learning.reveal).first()).toBeVisible();
        if (await learning.turn.isVisible()) await learning.doAll();
        await expect(learning.reveal).toBeVisible();
        const verdict = how === 'right' ? 'Your guess was right.' : 'A surprise!';
        await expect(learning.reveal.getByRole('heading', { level: 3 })).toContainText(verdict);
        const shown = await learning.markup();
        for (const secret of secrets.get(id)!) expect(shown, `${id}: ${secret}`).toContain(secret);
        await learning.doAll();
        await learning.next.click();
      }
      await learning.open();
      await expect(page.getByText('✓ done')).toHaveCount(played.length);
      await expect(page.getByText('✓ done, guess right')).toHaveCount(how === 'right' ? played.length : 0);
      await expect(page.getByTestId('progress')).toContainText(`${played.length} of ${ids.length}`);
      const surprises = page.getByRole('region', { name: 'What surprised you' });
      await expect(surprises).toHaveCount(how === 'right' ? 0 : 1);
      await expect(page.getByRole('region', { name: 'Your badges' })).toContainText('What it gives');
    });
  }

  for (const id of alone) {
    test(`${id} tells no answer before the commit`, async ({ page }) => {
      const learning = new Learning(page);
      const words = await learning.secrets(id);
      await learning.open(id);
      await learning.commit.waitFor();
      const markup = await learning.markup();
      for (const secret of [...words, '>Try it<', 'See for yourself']) expect(markup, secret).not.toContain(secret);
      await page.getByRole('button', { name: 'Show me without guessing' }).click();
      await expect(learning.reveal).toBeVisible();
      await expect(learning.bench).toBeVisible();
      const shown = await learning.markup();
      for (const secret of words) expect(shown, secret).toContain(secret);
    });
  }

  test('what is missing is told at the field, and nothing is committed', async ({ page }) => {
    const learning = new Learning(page);
    const bench = new Workbench(page);
    await learning.open('a2');
    const first = learning.form.getByRole('textbox').first();
    await first.fill('a lot');
    await learning.commit.click();
    await expect(first).toBeFocused();
    await expect(first).toHaveAttribute('aria-invalid', 'true');
    const problem = await learning.form.locator('.problem').first().textContent();
    await expect(bench.voice).toContainText(problem!.trim());
    await expect(learning.reveal).toHaveCount(0);
    await learning.open('a3');
    await learning.commit.click();
    await expect(learning.form).toContainText('The balance after entry 1 is missing.');
    await expect(learning.form.getByLabel('Entry 1', { exact: true })).toBeFocused();
    await expect(learning.form.getByLabel('Entry 1', { exact: true })).toHaveAttribute('aria-invalid', 'true');
    await expect(learning.form.getByLabel('Entry 1', { exact: true })).toHaveAccessibleDescription('The balance after entry 1 is missing.');
    await expect(bench.voice).toContainText('The balance after entry 1 is missing.');
    await expect(learning.form).toContainText('Choose one.');
  });

  test('hints come one by one, and the answer can be had without a guess, which is no guess', async ({ page }) => {
    const learning = new Learning(page);
    await learning.open('a4');
    expect(await learning.markup()).not.toContain('Read only the entries');
    for (const name of ['Give me a hint', 'Another hint', 'Another hint']) await page.getByRole('button', { name }).click();
    await expect(page.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toHaveCount(3);
    await page.getByRole('button', { name: 'Show me without guessing' }).click();
    await expect(learning.reveal).toContainText(answers.a4[1]);
    await learning.next.click();
    await learning.open();
    await expect(page.getByText('✓ done, no guess')).toHaveCount(1);
    await expect(page.getByText('✓ done')).toHaveCount(1);
  });

  test('a reload keeps what was guessed and done, and the map leads back', async ({ page }) => {
    const learning = new Learning(page);
    await learning.open('a1');
    await learning.fill('a1');
    await learning.commit.click();
    await learning.deeds.getByRole('button', { name: 'Deposit 500.00 into Everyday' }).click();
    await expect(page.getByTestId('entry-count')).toHaveText('2');
    await page.reload();
    await expect(page.getByTestId('entry-count')).toHaveText('2');
    await expect(learning.deeds.getByRole('button').first()).toHaveAttribute('aria-disabled', 'true');
    await expect(learning.form).toHaveCount(0);
    await page.getByRole('link', { name: 'All chapters' }).click();
    await page.getByRole('link', { name: /^Go on: A1,/ }).click();
    await learning.doAll();
    await expect(learning.reveal).toBeVisible();
    await page.getByRole('button', { name: 'Start this chapter again' }).click();
    await expect(learning.commit).toBeVisible();
    await expect(page.getByTestId('entry-count')).toHaveText('1');
  });

  test('progress is deleted, and read off the diary again', async ({ page }) => {
    const learning = new Learning(page);
    await learning.open('a2');
    await learning.fill('a2');
    await learning.commit.click();
    await learning.next.click();
    await learning.open();
    await expect(page.getByText('✓ done, guess right')).toHaveCount(1);
    await page.getByRole('button', { name: 'Delete progress' }).click();
    await expect(page.getByText('✓ done, guess right')).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Start', exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Rebuild it from the diary' }).click();
    await expect(page.getByText('✓ done, guess right')).toHaveCount(1);
    await expect(page.getByTestId('rebuilt')).toContainText('the same as before');
    // The learning diary has a past of its own, and the map follows it there.
    await page.getByText('Read it, and go back in it').click();
    const bench = new Workbench(page);
    await bench.slider.press('Home');
    await expect(page.getByText('✓ done, guess right')).toHaveCount(0);
    await page.getByRole('button', { name: 'Back to now' }).click();
    await expect(page.getByText('✓ done, guess right')).toHaveCount(1);
    await bench.goTo('diaries');
    await expect(page.getByRole('region', { name: 'Learning' }).getByRole('listitem')).toHaveCount(1);
  });

  test('a room sees no answer before it asks, and a clicker turns the pages', async ({ page }) => {
    const learning = new Learning(page);
    await page.goto('/?present#/learn/a2');
    await learning.fill('a2', 'wrong');
    await learning.commit.click();
    await expect(learning.reveal).toContainText('A surprise!');
    await click(learning, 'PageDown', 'A3');
    await click(learning, 'PageUp', 'A2');
    // The guess that was made is there, and so is its answer, behind the cover.
    await expect(learning.commit).toHaveCount(0);
    await expect(learning.deeds).toHaveCount(0);
    expect(await learning.markup()).not.toContain(answers.a2[1]);
    await page.getByRole('button', { name: 'Show the answer' }).click();
    await expect(learning.reveal).toContainText(answers.a2[1]);
    await expect(learning.reveal).toContainText('A surprise!');
    await click(learning, 'PageUp', 'A1');
  });

  test('a clicker leads down a chapter before it leads on, and leaves a field alone', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 500 });
    const learning = new Learning(page);
    await page.goto('/?present#/learn/a2');
    await learning.heading.waitFor();
    await page.keyboard.press('PageDown');
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
    await expect(learning.heading).toContainText('A2');
    await click(learning, 'PageDown', 'A3');
    await page.getByLabel('Entry 2', { exact: true }).focus();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await page.keyboard.type('7');
    await expect(page.getByLabel('Entry 2', { exact: true })).toHaveValue('7');
    await expect(learning.heading).toContainText('A3');
  });

  test('a new class guesses anew, and its own guess is judged', async ({ page }) => {
    const learning = new Learning(page);
    await page.goto('/?present#/learn/a2');
    await learning.fill('a2', 'wrong');
    await learning.commit.click();
    await expect(learning.reveal).toContainText('A surprise!');
    await page.reload();
    await page.getByRole('button', { name: 'Guess again' }).click();
    await expect(learning.heading).toBeFocused();
    await page.getByRole('button', { name: 'Give me a hint' }).click();
    await expect(page.getByRole('list', { name: 'Hints' })).toBeVisible();
    await learning.fill('a2');
    await learning.commit.click();
    await expect(learning.reveal).toContainText('Your guess was right.');
  });
});

test('the reveal replays to the answer', async ({ page }) => {
  const learning = new Learning(page);
  const bench = new Workbench(page);
  await learning.open('a2');
  await learning.fill('a2');
  // Every step of the slider is noted, however quickly it passes.
  await page.evaluate(() => {
    const pages: number[] = [];
    Object.assign(window, { pages });
    new MutationObserver((steps) => steps.forEach(({ target }) => pages.push(parseInt((target as Element).ariaValueText!.slice('Entry '.length)))))
      .observe(document.body, { subtree: true, attributeFilter: ['aria-valuetext'] });
  });
  await learning.commit.click();
  await expect(page.getByRole('region', { name: 'Replay' })).toBeFocused();
  await expect(learning.reveal).toBeVisible();
  const pages = await page.evaluate(() => (window as unknown as { pages: number[] }).pages);
  expect(pages.slice(-9)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  await expect(bench.slider).toHaveValue('9');
  await expect(bench.entry(9)).toHaveClass(/decides/);
});

test('part A by keyboard alone', async ({ page }) => {
  test.slow();
  const learning = new Learning(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await learning.open('a1');
  // Tabs on to what has this name, and says when it can't be reached.
  const tabTo = async (name: string | RegExp, role: 'button' | 'link' = 'button') => {
    await tabOnto(page.getByRole(role, { name, exact: typeof name === 'string' }).first());
  };
  const tabOnto = async (wanted: Locator) => {
    for (let tabs = 0; tabs < 80; tabs += 1) {
      if (await wanted.evaluate((it) => it === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`80 tabs don't lead to ${wanted}`);
  };
  for (const id of ids.filter((it) => it < 'b')) {
    await expect(learning.heading).toContainText(`${id.toUpperCase()} ·`);
    const fields = learning.form.locator('.field, fieldset');
    for (const [at, right] of answers[id].entries()) {
      const field = fields.nth(at);
      const [figures, choice] = [field.locator('.typed input'), field.getByLabel(right, { exact: true })];
      if (await figures.count()) {
        for (const [at, value] of right.split(', ').entries()) {
          await tabOnto(figures.nth(at));
          await page.keyboard.type(String(Number(value)));
        }
      } else if (await field.locator('.choice').count()) {
        const places = await choice.evaluate((it: HTMLInputElement) => [...document.getElementsByName(it.name)].indexOf(it));
        const group = await choice.getAttribute('name');
        for (let tabs = 0; tabs < 80; tabs += 1) {
          await page.keyboard.press('Tab');
          if (await page.evaluate((name) => (document.activeElement as HTMLInputElement).name === name, group)) break;
        }
        await page.keyboard.press('Space');
        for (let at = 0; at < places; at += 1) await page.keyboard.press('ArrowDown');
        await expect(choice).toBeChecked();
      } else if (await field.locator('.cards').count()) {
        const cards = await field.locator('.words').allTextContents();
        const [first] = right.split(' → ');
        await tabTo(`Move “${first}” up`);
        for (let place = cards.indexOf(first); place > 0; place -= 1) await page.keyboard.press('Enter');
        await expect(field.locator('.words')).toHaveText(right.split(' → '));
      } else {
        await tabOnto(field.getByRole('textbox'));
        await page.keyboard.type(right);
      }
    }
    await tabTo('Commit my answer');
    await page.keyboard.press('Enter');
    await expect(learning.turn.or(learning.reveal).first()).toBeVisible();
    const isTurn = await learning.turn.isVisible();
    if (isTurn) await expect(learning.deeds).toBeVisible();
    for (const name of isTurn ? await learning.deeds.getByRole('button').allTextContents() : []) {
      await tabTo(name);
      await page.keyboard.press('Enter');
    }
    await expect(learning.reveal.getByRole('heading', { level: 3 })).toBeFocused();
    await expect(learning.reveal).toContainText('Your guess was right.');
    await tabTo(/Next chapter/, 'link');
    await page.keyboard.press('Enter');
  }
  await expect(learning.heading).toContainText('B1');
});
