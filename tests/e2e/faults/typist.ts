// A reader who types without a pause, inside of the page, so that nothing stands between one entry and the next.
import { type Page } from '@playwright/test';

export interface Typed {
  // The amounts that were shown as saved, in cents.
  saved: number[];
  // What refusals said, of wishes that were then made again.
  refused: string[];
}

// Deposits of these amounts, one after the other. Each is told to `hear` when the page shows it as saved.
export async function type(page: Page, amounts: number[], hear: (cents: number) => void = () => {}): Promise<Typed> {
  const listening = `heard${Math.random().toString(36).slice(2)}`;
  await page.exposeFunction(listening, hear);
  return page.evaluate(async ({ amounts, listening }) => {
    const hear = (window as unknown as Record<string, (cents: number) => void>)[listening];
    const field = document.getElementById('amount') as HTMLInputElement;
    const button = [...document.querySelectorAll('button')].find((at) => at.textContent === 'Deposit')!;
    const put = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
    // The newest is the last. Those that came late stay until their reader has seen them.
    const refusal = () => [...document.querySelectorAll('[data-testid=refusal]')].at(-1);
    const isSaved = (words: string) => {
      if (!/ saved in /.test(document.querySelector('.kept-words')!.textContent!)) return false;
      // What the page says of it. Its line may be out of sight already, where other tabs write as well.
      return document.querySelector('[aria-live=polite]')!.textContent!.includes(` written: Deposited ${words}`);
    };
    const typed: Typed = { saved: [], refused: [] };
    for (const cents of amounts) {
      const words = (cents / 100).toFixed(2);
      for (;;) {
        const before = refusal();
        put.call(field, words);
        field.dispatchEvent(new Event('input', { bubbles: true }));
        const outcome = new Promise<string>((resolve) => {
          const look = () => {
            const no = refusal();
            const said = isSaved(words) ? 'saved' : no && no !== before && no.textContent!.includes(words) ? no.textContent! : '';
            if (!said) return;
            watching.disconnect();
            resolve(said);
          };
          const watching = new MutationObserver(look);
          watching.observe(document.body, { childList: true, characterData: true, subtree: true });
        });
        button.click();
        const said = await outcome;
        if (said === 'saved') break;
        typed.refused.push(said);
      }
      typed.saved.push(cents);
      hear(cents);
    }
    return typed;
  }, { amounts, listening });
}

// So many different amounts for the tab with this number, none of which stands in the story.
export function amounts(tab: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => 10_000 * (tab + 1) + 1 + at);
}
