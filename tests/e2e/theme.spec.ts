// Light or dark: as the system has it, until the reader says otherwise; then at once, and without a flash.
import { expect, test, type Page } from '@playwright/test';
import { Workbench } from './workbench';

const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

// What the page looks like when its markup has been read, which is before the app has come.
async function recordStart(page: Page) {
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const { dataset } = document.documentElement;
      Object.assign(window, { start: { theme: dataset.theme, background: getComputedStyle(document.body).backgroundColor } });
    });
  });
}

const start = (page: Page) => page.evaluate(() => (window as unknown as { start: { theme?: string; background: string } }).start);

test('follows the system, also when it changes', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  const light = await background(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => background(page)).not.toBe(light);
  const dark = await background(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => background(page)).toBe(light);
  // The button does what it says, whatever the system has become in the meantime.
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => background(page)).toBe(dark);
  await bench.theme.click();
  await expect.poll(() => background(page), 'one press turns dark into light').toBe(light);
});

test('the reader’s choice is remembered, without a flash', async ({ page }) => {
  await recordStart(page);
  const bench = new Workbench(page);
  await bench.open();
  const light = await background(page);
  expect((await start(page)).theme).toBeUndefined();
  await bench.theme.click();
  await expect.poll(() => background(page)).not.toBe(light);
  const dark = await background(page);
  await page.reload();
  await bench.ready('bank');
  expect(await start(page)).toEqual({ theme: 'dark', background: dark });
  expect(await background(page)).toBe(dark);
  await bench.theme.click();
  await page.reload();
  await bench.ready('bank');
  expect(await start(page)).toEqual({ theme: 'light', background: light });
});

test('the choice stands against the system', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.theme.click();
  const dark = await background(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await background(page)).toBe(dark);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await background(page)).toBe(dark);
});

test('the script that sets it stands in the head and blocks the first paint', async ({ page }) => {
  await page.goto('/');
  const inHead = await page.evaluate(() => {
    const script = document.head.querySelector<HTMLScriptElement>('script[src*=theme]')!;
    return { async: script.async, defer: script.defer, type: script.type };
  });
  expect(inHead).toEqual({ async: false, defer: false, type: '' });
});
