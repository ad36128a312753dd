// The page's own safety: a Content-Security-Policy, as a header and inside of the page, that nothing of ours offends and
// that forbids what it should.
import { expect, test, type Page } from '@playwright/test';
import { Workbench } from './workbench';

// Every word of the browser about the policy, from the first byte on.
async function watch(page: Page) {
  const words: string[] = [];
  page.on('console', (message) => {
    if (/content security policy|violat/i.test(message.text())) words.push(message.text());
  });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, disposition }) => {
      console.error(`violated (${disposition}): ${effectiveDirective} by ${blockedURI}`);
    });
  });
  return words;
}

const policyOf = (text: string) => text.split(';').map((part) => part.trim()).sort();

test('the page says the same policy as the header, which also forbids frames', async ({ page }) => {
  const response = (await page.goto('/'))!;
  const header = policyOf(response.headers()['content-security-policy']);
  const meta = policyOf((await page.locator('meta[http-equiv]').getAttribute('content'))!);
  expect(header).toContain("frame-ancestors 'none'");
  expect(meta).toEqual(header.filter((part) => !part.startsWith('frame-ancestors')));
  expect(header).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(header.join()).not.toMatch(/unsafe-inline|'unsafe-eval'|nonce|https?:|\*/);
  // There is not one script or style inside of the page that a policy would have to make an exception for.
  const html = await response.text();
  expect(html).not.toMatch(/<style|<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=/i);
});

test('nothing that one does offends the policy', async ({ page }) => {
  const words = await watch(page);
  const bench = new Workbench(page);
  // On the browser's own clock, since the tests' numbers timers as no browser does and play could not be stopped.
  await bench.open('bank', null);
  await bench.wish('Deposit', '10');
  await bench.wish('Withdraw', '10000');
  await expect(bench.refusal).toBeVisible();
  await bench.wish('Deposit', 'ten');
  await bench.askEverything();
  await bench.travelTo(3);
  await bench.step('Play').click();
  await bench.now();
  await bench.theme.click();
  await page.pdf();
  await bench.goTo('order');
  await bench.askEverything();
  await bench.startAnotherOrder();
  await bench.command('Create order').click();
  await bench.goTo('diaries');
  await page.getByRole('button', { name: 'Start from the story' }).first().click();
  await bench.dialog.getByRole('button', { name: 'Start from the story' }).click();
  await bench.ready('bank');
  await page.reload();
  await bench.ready('bank');
  expect(words).toEqual([]);
});

test('the policy forbids scripts and styles in the markup, code in texts, and other servers', async ({ page, baseURL }) => {
  const words = await watch(page);
  await new Workbench(page).open();
  const elsewhere = baseURL!.replace('127.0.0.1', 'localhost');
  const attempts = await page.evaluate(async (elsewhere) => {
    const marks = window as unknown as Record<string, boolean>;
    const script = document.createElement('script');
    script.textContent = 'window.inline = true';
    document.body.append(script);
    const foreign = document.createElement('script');
    foreign.src = `${elsewhere}/theme.js`;
    const loaded = new Promise((done) => {
      foreign.onload = () => done('loaded');
      foreign.onerror = () => done('refused');
    });
    document.body.append(foreign);
    const press = document.createElement('button');
    press.setAttribute('onclick', 'window.handler = true');
    press.setAttribute('style', 'color: red');
    press.click();
    const fetched = fetch(`${elsewhere}/theme.js`, { mode: 'no-cors' }).then(() => 'fetched', () => 'refused');
    const sent = navigator.sendBeacon(`${elsewhere}/theme.js`, 'a diary');
    // The browser's tools, and so this test, may use eval; a timer's text is the page's own.
    setTimeout('window.text = true');
    await new Promise((done) => setTimeout(done));
    const style = press.style.color;
    return { inline: marks.inline, handler: marks.handler, text: marks.text, style, fetched: await fetched, loaded: await loaded, sent };
  }, elsewhere);
  expect(attempts).toMatchObject({ inline: undefined, handler: undefined, text: undefined, style: '', fetched: 'refused', loaded: 'refused' });
  for (const directive of ['script-src-elem by inline', 'script-src-attr', 'style-src-attr', 'script-src by eval', 'connect-src by http', 'script-src-elem by http']) {
    expect.soft(words.join('\n')).toContain(directive);
  }
});

test('no other page can put this one into a frame', async ({ page }) => {
  await page.route('**/around.html', (route) => route.fulfill({ contentType: 'text/html', body: '<iframe src="/"></iframe>' }));
  const refused = page.waitForEvent('console', (message) => /frame-ancestors/.test(message.text()));
  await page.goto('/around.html');
  await refused;
  await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveCount(0);
});

// The page in a frame that takes its origin away. Such a page reads even its own files as a stranger, and whether
// strangers may is for the host to say.
async function openSandboxed(page: Page, strangersMayRead: boolean) {
  if (strangersMayRead) {
    await page.route(/\.(js|css|wasm|svg)$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } });
    });
  }
  await page.route('**/around.html', (route) => route.fulfill({
    contentType: 'text/html',
    body: '<!doctype html><iframe sandbox="allow-scripts" src="/?framed" width="1240" height="760"></iframe>',
  }));
  await page.goto('/around.html');
  return page.frameLocator('iframe');
}

test('fault 13: sandboxed frame: the page works in memory and says so all the time', async ({ page }) => {
  const words = await watch(page);
  const frame = await openSandboxed(page, true);
  await expect(frame.getByTestId('storage-notice')).toBeVisible();
  await frame.getByRole('textbox', { name: 'Amount', exact: true }).fill('10');
  await frame.getByRole('button', { name: 'Deposit', exact: true }).click();
  await expect(frame.getByTestId('diary-balance')).toHaveText('500.00');
  await expect(frame.getByTestId('storage-notice')).toBeVisible();
  expect(words).toEqual([]);
});

test('fault 13: sandboxed frame on a host whose files strangers can’t read: the story stands there as text', async ({ page }) => {
  const frame = await openSandboxed(page, false);
  await expect(frame.getByRole('heading', { name: 'The interactive page could not start' })).toBeVisible();
  await expect(frame.getByRole('table').locator('tbody tr')).toHaveCount(11);
  await expect(frame.getByText(/opening the diary/i)).toBeHidden();
});
