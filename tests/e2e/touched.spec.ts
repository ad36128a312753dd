// Was it touched? A copy of the chain that is edited, forged, and compared with a kept fingerprint.
import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import { COURSE_NOW, Workbench, expectNoSidewaysScroll } from './workbench';

async function open(page: Page, place: 'bank' | 'order' = 'bank') {
  const bench = new Workbench(page);
  await page.clock.setFixedTime(COURSE_NOW);
  await page.goto(`/#/${place}/touched`);
  await bench.ready(place);
  await expect(page.getByRole('heading', { name: 'Was it touched?' })).toBeVisible();
  return bench;
}

const copy = (page: Page) => page.getByRole('textbox', { name: 'The stored text, for you to change' });
const lines = (page: Page) => page.getByRole('list', { name: 'Lines of the text' }).getByRole('listitem');
const told = (page: Page) => page.locator('.told');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const kept = (page: Page) => page.getByRole('textbox', { name: 'Fingerprint kept elsewhere' });
const verdict = (page: Page) => page.getByTestId('touched-diary');
const broken = (page: Page) => lines(page).filter({ hasText: 'doesn’t fit' });

test('a changed line breaks the chain from there on', async ({ page }) => {
  const bench = await open(page);
  await expect(told(page)).toHaveText('✓ All 11 lines fit, each with the one before it.');
  await expect(lines(page)).toHaveCount(11);
  await expect(verdict(page)).toContainText('every seal fits');
  await press(page, 'Change entry 3 to 20.00');
  await expect(copy(page)).toHaveValue(/"cents":2000\}\]/);
  await expect(told(page)).toContainText('✗ Line 3 is the first that doesn’t fit: the line was changed after it was written.');
  await expect(broken(page)).toHaveCount(9);
  await expect(lines(page).nth(1)).toContainText('2 fits');
  await expect(verdict(page).locator('.value')).toHaveText('yes');
  // The list ends in the seal of the diary, to which the lines don't lead any more. Both are told apart.
  const link = (await lines(page).last().locator('code').nth(1).innerText()).trim();
  await expect(page.locator('.ends')).toContainText(`ends in the seal ${link}. The text ends in the same seal, but what it says leads to`);
  await expect(lines(page).last()).toContainText(`${link} should be`);
  await expect(page.getByTestId('touched-snapshot')).toContainText('cannot know');
  // The diary is untouched.
  await expect(bench.diaryBalance).toHaveText('490.00');
  await expect(bench.entry(3)).toContainText('120.00');
  await press(page, 'Start again from the stored text');
  await expect(broken(page)).toHaveCount(0);
});

test('a forger is caught by the fingerprint that was kept elsewhere, and by nothing else', async ({ page }) => {
  await open(page);
  await press(page, 'Note today’s fingerprint');
  await expect(kept(page)).toHaveValue(/^[0-9a-f]{8}$/);
  await expect(verdict(page).locator('.value')).toHaveText('no');
  await press(page, 'Change entry 3 to 20.00');
  await press(page, 'Make all later seals again');
  await expect(told(page)).toHaveText('✓ All 11 lines fit, each with the one before it.');
  await expect(verdict(page).locator('.value')).toHaveText('yes');
  await expect(verdict(page)).toContainText(`${await kept(page).inputValue()} was kept`);
  await kept(page).fill('');
  await expect(verdict(page).locator('.value')).toHaveText('every seal fits');
  await kept(page).fill('not a fingerprint');
  await expect(verdict(page)).toContainText('A fingerprint has 8 characters');
});

test('a link can be checked by hand', async ({ page }) => {
  await open(page);
  await page.getByText('Check a seal by hand').click();
  const entry = page.getByRole('textbox', { name: 'Entry of the diary' });
  await expect(entry).toHaveValue('11');
  await entry.fill('2');
  const whole = page.locator('.by-hand dd').nth(2);
  await expect(whole).toHaveText(/^[0-9a-f]{64}$/);
  await expect(page.locator('.by-hand dd').nth(3)).toHaveText((await whole.innerText()).slice(0, 8));
  await expect(lines(page).nth(1)).toContainText((await whole.innerText()).slice(0, 8));
  await expect(page.getByRole('group', { name: 'In a shell, with sha256sum' })).toContainText('| sha256sum');
  await expect(page.getByRole('group', { name: 'With Python 3' })).toContainText('hashlib.sha256');
  await entry.fill('12');
  await expect(page.locator('.by-hand')).toContainText('Choose the number of an entry: 1 to 11.');
});

test('one letter that is typed, by keyboard, is noticed', async ({ page }) => {
  await open(page);
  await copy(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Delete');
  await page.keyboard.type('7');
  await expect(told(page)).toContainText('Line 1 is the first that doesn’t fit: entry 1 should stand here, but it is entry 7');
  await expect(page.locator('#copy-state')).toHaveText('This text was changed. The diary is as it was.');
});

test('what is left out at the end is missed by the kept fingerprint alone', async ({ page }) => {
  await open(page);
  await press(page, 'Note today’s fingerprint');
  const text = await copy(page).inputValue();
  await copy(page).fill(text.split('\n').slice(0, 8).join('\n'));
  await expect(told(page)).toHaveText('✓ All 8 lines fit, each with the one before it.');
  await expect(verdict(page).locator('.value')).toHaveText('yes');
});

test('a copy that is as it was grows with the diary, and an older fingerprint still counts', async ({ page }) => {
  const bench = await open(page);
  await press(page, 'Note today’s fingerprint');
  await bench.wish('Deposit', '10');
  await expect(lines(page)).toHaveCount(12);
  await expect(verdict(page)).toContainText('The first 11 lines are what was kept. 1 more came later.');
});

test('the order has a chain too', async ({ page }) => {
  await open(page, 'order');
  await expect(told(page)).toHaveText('✓ All 9 lines fit, each with the one before it.');
  await press(page, 'Change entry 3 to 20.00');
  await expect(told(page)).toContainText('Line 3 is the first');
});

test('nothing scrolls sideways at 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  await expectNoSidewaysScroll(page, 'touched');
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 360, height: 640 }]) {
    test.describe(`${colorScheme}, ${viewport.width} × ${viewport.height}`, () => {
      test.use({ colorScheme, viewport });

      test('axe finds nothing in it', async ({ page }) => {
        test.slow();
        await open(page);
        await press(page, 'Note today’s fingerprint');
        await press(page, 'Change entry 3 to 20.00');
        await expectNoViolations(page, 'touched');
      });
    });
  }
}
