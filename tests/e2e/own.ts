// Ask your own, as its tests speak of it.
import { expect, type Locator, type Page } from '@playwright/test';
import { Card, Workbench, focused, type Place } from './workbench';

export const KEPT = { bank: 'event-diary/own/bank', order: 'event-diary/own/order' };

// The card with the menus, as a test speaks of it.
export class Own extends Card {
  constructor(readonly page: Page) {
    super(page.getByRole('region', { name: 'Ask', exact: true }).getByRole('group', { name: 'Ask your own', exact: true }));
  }

  get measure() { return this.group.getByRole('combobox', { name: 'I want to know' }); }
  get topic() { return this.group.getByRole('combobox', { name: 'of which entries' }); }
  get subject() { return this.group.getByRole('combobox', { name: /for which/ }); }
  get when() { return this.group.getByRole('combobox', { name: 'when' }); }
  get preview() { return this.group.getByTestId('own-preview'); }
  get askButton() { return this.group.getByRole('button', { name: 'Ask', exact: true }); }
  get keep() { return this.group.getByRole('button', { name: 'Keep this question' }); }
  field(name: string) { return this.group.getByLabel(name, { exact: true }); }

  // The button that opens the card is there at once, its menus when their part has come.
  async open() {
    await this.group.getByRole('button', { expanded: false }).press('Enter');
    await expect(this.measure).toBeVisible();
  }

  // Tab, in the direction in which it lies, until the focus is there.
  async reach(wanted: Locator) {
    await expect(wanted).toBeVisible();
    const key = await wanted.evaluate((to) => {
      const from = document.activeElement!;
      return from.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_PRECEDING && !from.contains(to) ? 'Shift+Tab' : 'Tab';
    });
    for (let presses = 0; presses < 120; presses += 1) {
      if (await wanted.evaluate((to) => to === document.activeElement)) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`${key} does not lead to ${wanted}, but to ${await focused(this.page)}`);
  }

  // Chooses in a menu by its arrow keys.
  async choose(menu: Locator, words: string) {
    await this.reach(menu);
    const steps = await menu.evaluate((menu: HTMLSelectElement, words) => {
      return [...menu.options].findIndex((option) => option.label === words) - menu.selectedIndex;
    }, words);
    const key = steps < 0 ? 'ArrowUp' : 'ArrowDown';
    for (let at = 0; at < Math.abs(steps); at += 1) await this.page.keyboard.press(key);
    await expect(menu.locator('option:checked')).toHaveText(words);
  }

  async type(field: string, keys: string[]) {
    await this.reach(this.field(field));
    if (field === 'Entry number') await this.page.keyboard.press('ControlOrMeta+a');
    for (const key of keys) await (key.length > 1 && /^[A-Z]/.test(key) ? this.page.keyboard.press(key) : this.page.keyboard.type(key));
  }

  async pressAsk() {
    await this.reach(this.askButton);
    await this.page.keyboard.press('Enter');
  }
}

export async function opened(page: Page, place: Place) {
  const bench = new Workbench(page);
  await bench.open(place);
  const own = new Own(page);
  await own.open();
  return { bench, own };
}
