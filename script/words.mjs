#!/usr/bin/env node
// One everyday word for one thing, and sentences that are read once: in what the page says.
//
//   node script/words.mjs    fails on a word that is not said, and on a sentence above 28 words
//
// The words that are not said stand in tests/spec/plain_words.rs, which holds what the course and the examples say to the
// same. Here are the string literals of the page and of the crates below it, as they stand in the sources.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = (path) => readFileSync(join(root, path), 'utf8');

const MOST = 28;

// Where such a word is said after all, and why it may be.
const ALLOWED = [
  ['line', 'crates/diary/src/format_error.rs', 'of the stored text'],
  ['line', 'crates/diary/src/by_hand.rs', 'a name in a program'],
  ['line', 'crates/storage/src/file/', 'of a file'],
  ['line', 'crates/examples/src/touched.rs', 'of the stored text'],
  ['lines', 'crates/examples/src/touched.rs', 'of the stored text'],
  ['line', 'src/ui/panels/touched', 'of the stored text'],
  ['lines', 'src/ui/panels/touched', 'of the stored text'],
  ['line', 'src/ui/panels/what_if/kept.rs', 'of what is kept beside the diary'],
  ['line', 'src/ui/diaries/read_file.rs', 'of a file'],
  ['lines', 'static/kept.js', 'of a file'],
  ['page', 'crates/', 'the web page'],
  ['page', 'src/', 'the web page'],
  ['page', 'static/', 'the web page'],
  ['page', 'index.html', 'the web page'],
  ['copy', 'src/ui/panels/what_if', 'the copy in which one entry is different'],
  ['row', 'src/ui/panels/clocks.rs', 'of a table'],
  ['row', 'src/ui/panels/readings/card.rs', 'of a table'],
];

const list = /const FORBIDDEN[\s\S]*?\n\];/.exec(read('tests/spec/plain_words.rs'))[0];
const FORBIDDEN = [...list.matchAll(/\(\s*"([a-z ]+)",\s*&\[/g)].map(([, word]) => word);

// The literals of a source with their lines: neither comments nor classes and ids, nor what only a programmer sees.
function literals(path) {
  let text = read(path);
  if (path.endsWith('.html')) {
    const words = text.replace(/<!--[\s\S]*?-->|<(script|style)[\s\S]*?<\/\1>|<[^>]*>/g, (it) => it.replace(/[^\n]/g, ' '));
    return [...words.matchAll(/\S[^\n]*/g)].map((it) => ({ at: it.index, words: it[0] })).map(lineOf(text));
  }
  if (path.endsWith('.js')) text = text.replace(/'((?:\\.|[^'\\\n])*)'|`((?:\\.|[^`\\])*)`/g, '"$1$2"');
  const token = /\/\/[^\n]*|\br(#*)"[\s\S]*?"\1|((?:class|id)=|expect\(\s*|reason = )?"((?:\\[\s\S]|[^"\\])*)"|'(?:\\[^']+|[^'\\\n])'/g;
  return [...text.matchAll(token)]
    .filter((it) => !it[2] && it[3] !== undefined)
    .map((it) => ({ at: it.index, words: it[3].replace(/\\\n\s*|\\[nu"\\](?:\{\w+\})?/g, ' ') }))
    .map(lineOf(text));
}

const lineOf = (text) => ({ at, words }) => ({ line: text.slice(0, at).split('\n').length, words });

// Names of classes and keys have neither capitals nor points, and are at most two.
const isSaid = ({ words }) => /\p{L}\s|\s\p{L}/u.test(words) && /\p{Lu}|[.:?]|\S\s+\S+\s+\S/u.test(words) || /^\p{Lu}\p{Ll}+$/u.test(words);

// What this page is called, and what it teaches, is said with the trade's word.
const spaced = (words) => ` ${words.toLowerCase().replace(/event.(diary|sourcing)/g, '').replace(/\{[^{}]*\}/g, '{}').split(/[^\p{L}\p{N}’{}]+/u).filter(Boolean).join(' ')} `;
const sentences = (words) => words.split(/(?<=[.!?][”’)]*)\s+/);
const count = (sentence) => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}{]/u.test(word)).length;

const sources = ['src/ui', 'src', 'crates/diary/src', 'crates/english/src', 'crates/examples/src', 'crates/storage/src']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: folder !== 'src', encoding: 'utf8' })
    // Where one word is put for the other, both stand.
    .filter((path) => path.endsWith('.rs') && path !== 'trade.rs')
    .map((path) => join(folder, path)));
const scripts = readdirSync(join(root, 'static')).filter((path) => path.endsWith('.js')).map((path) => join('static', path));

const needed = new Set();
const wrong = [];
let said = 0;
for (const path of ['index.html', ...scripts, ...sources]) {
  for (const { line, words } of literals(path).filter(isSaid)) {
    said += 1;
    for (const word of FORBIDDEN.filter((word) => spaced(words).includes(` ${word} `))) {
      const allowed = ALLOWED.find(([it, where]) => it === word && path.startsWith(where));
      if (allowed) needed.add(allowed);
      else wrong.push(`${path}:${line}: “${word}” in “${words}”`);
    }
    for (const sentence of sentences(words)) {
      if (count(sentence) > MOST) wrong.push(`${path}:${line}: ${count(sentence)} words in “${sentence}”`);
    }
  }
}
const idle = ALLOWED.filter((it) => !needed.has(it)).map(([word, where]) => `“${word}” is said nowhere in ${where}, so it needs no exception`);
if (FORBIDDEN.length < 30) wrong.push('The words of tests/spec/plain_words.rs are not found.');

if (wrong.length + idle.length > 0) {
  console.error([...wrong, ...idle].join('\n'));
  console.error('\nSay it in the words of tests/spec/plain_words.rs, or in two sentences.');
  process.exit(1);
}
console.log(`${said} texts, none with one of ${FORBIDDEN.length} words that are not said`);
