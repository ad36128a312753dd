// The tests drive the built page (dist/, by `script/build`) in the system's own Chromium.
// `script/test` does all of it; while writing a test: npx playwright test -c tests/e2e/playwright.config.ts --ui
import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromium, quiet } from './browser';

const port = Number(process.env.E2E_PORT ?? 4180);

export default defineConfig({
  testDir: '.',
  outputDir: resolve(__dirname, '../../target/e2e'),
  // Each test has a browser context, and so a localStorage, of its own.
  fullyParallel: true,
  workers: 2,
  // A test that passes at the second try has failed once.
  retries: 0,
  forbidOnly: !!process.env.CI,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    // The same everywhere, whatever machine this is; a test of zones or languages says its own.
    timezoneId: 'UTC',
    locale: 'en-GB',
    colorScheme: 'light',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium(),
      // Playwright itself adds --no-sandbox.
      args: quiet,
    },
  },
  webServer: {
    command: `node serve.mjs ${port}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 10_000,
  },
});
