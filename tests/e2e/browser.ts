// Which browser the tests drive, and how it is started: the system's own Chromium.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// Playwright's own browsers are never downloaded. The scripts export CHROMIUM; by hand it is looked for on PATH.
export function chromium(): string {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
  if (!found) throw new Error('No Chromium on PATH: run script/bootstrap, or set CHROMIUM to its path.');
  return found;
}

// A test browser talks to nobody but us.
export const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];
