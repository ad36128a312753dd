// Serves dist/ on this machine for the tests, the way a plain static host would. Usage: node serve.mjs PORT
import { createReadStream, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL(process.env.DIST ?? '../../dist', import.meta.url));
// The same files stand at the root and below these, as on a host that has other pages too.
const folders = ['/a/b/', '/mein Büro/'];
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  // The browser compiles while it loads only if the type is right.
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

// What a host that reads dist/_headers sends with every file: the indented lines below the pattern `/*`.
const sent = Object.fromEntries(readFileSync(join(dist, '_headers'), 'utf8').split('\n')
  .filter((line) => line.startsWith('  '))
  .map((line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]));

createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const asked = decodeURIComponent(pathname);
  if (folders.includes(`${asked}/`)) {
    response.writeHead(301, { Location: `${pathname}/` }).end();
    return;
  }
  const folder = folders.find((folder) => asked.startsWith(folder)) ?? '/';
  // Normalizing an absolute path leaves no `..` that could lead out of dist/.
  const path = join(dist, normalize(`/${asked.slice(folder.length) || 'index.html'}`));
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) {
    response.writeHead(404, { 'Content-Type': types['.txt'] }).end('Not found\n');
    return;
  }
  const headers = { ...sent };
  // The address with `?framed` is that of a host that lets others put the page into a frame.
  if (searchParams.has('framed')) {
    headers['Content-Security-Policy'] = headers['Content-Security-Policy'].replace("; frame-ancestors 'none'", '');
  }
  response.writeHead(200, {
    ...headers,
    'Content-Type': types[extname(path)] ?? 'application/octet-stream',
    'Content-Length': found.size,
    // A test sees the build of now, never one of before; but a page may wait in memory for the way back to it.
    'Cache-Control': 'no-cache',
  });
  createReadStream(path).pipe(response);
}).listen(Number(process.argv[2]), '127.0.0.1');
