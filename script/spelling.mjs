#!/usr/bin/env node
// Looks up every word that a reader can meet: in the course, on the page, in messages, in the README.
//
//   script/spelling    fails on a word that is neither British English nor in tests/words.txt
//
// What is on the page stands in the sources, as string literals. Those with a space in them are sentences or a part of
// one, and a capital begins a name; everything else (keys, ids, classes, styles) is for the program.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const nspell = require('nspell');
const dictionary = dirname(require.resolve('dictionary-en-gb'));

const read = (path) => readFileSync(join(root, path), 'utf8');
const blank = (text) => text.replace(/[^\n]/g, ' ');

// Each of these leaves the lines where they are, so that a word is found again.
const spoken = {
  // Comments, characters and raw strings are passed over; what is left of a text are its own words.
  rs: (text) => {
    const token = /\/\/[^\n]*|\br(#*)"[\s\S]*?"\1|((?:class|id)=)?"((?:\\[\s\S]|[^"\\])*)"|'(?:\\[^']+|[^'\\\n])'/g;
    let words = '';
    let end = 0;
    for (const found of text.matchAll(token)) {
      words += blank(text.slice(end, found.index));
      end = found.index + found[0].length;
      const literal = found[2] ? undefined : found[3];
      const isStyle = /^\(prefers-|calc\(/.test(literal ?? '');
      const isSaid = literal !== undefined && !isStyle && (/\p{L}[\s\\]|[\s]\p{L}/u.test(literal) || /^\p{Lu}\p{Ll}+$/u.test(literal));
      // What is filled in later, and signs that only the program knows.
      words += isSaid ? found[0].replace(/\{[^{}]*\}|\\[nu"\\](?:\{\w+\})?|#\/\S*|<\/?\w+>/g, blank) : blank(found[0]);
    }
    return words;
  },
  html: (text) => text.replace(/<!--[\s\S]*?-->|<(script|style)[\s\S]*?<\/\1>|<[^>]*>|&\w+;/g, blank),
  md: (text) => text.replace(/<!--[\s\S]*?-->|```[\s\S]*?```|`[^`\n]*`|\]\([^)]*\)|https?:\S+/g, blank),
};
// The page that helps when nothing else works says what it has to say in JavaScript.
spoken.js = (text) => spoken.rs(text.replace(/'((?:\\.|[^'\\\n])*)'/g, '"$1"'));

const sources = ['src', 'crates'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.rs'))
  .map((path) => join(folder, path)));
const files = ['README.md', 'CHANGELOG.md', 'index.html', 'static/rescue.js', 'static/kept.js', 'static/boot.js', ...sources.sort()];

const spell = nspell(readFileSync(join(dictionary, 'index.aff')), readFileSync(join(dictionary, 'index.dic')));
const ours = new Set(read('tests/words.txt').split('\n').filter((line) => line && !line.startsWith('#')));
const used = new Set();
const known = new Map();

const isKnown = (word) => {
  if (ours.has(word)) used.add(word);
  return ours.has(word) || spell.correct(word) || spell.correct(word.replace(/'s$/, ''));
};

const unknown = files.flatMap((path) => {
  const text = spoken[path.split('.').at(-1)](read(path));
  return text.split('\n').flatMap((line, at) =>
    // A word with a digit in it is a number with its unit, or a sum; one with a dot in it is a file.
    [...line.replaceAll('’', "'").replace(/[\w/-]+\.[a-z]{2,4}\b/g, blank).matchAll(/[\p{L}\p{N}_]+(?:'\p{L}+)*/gu)]
      .map(([word]) => word)
      .filter((word) => /^\p{L}[\p{L}']+$/u.test(word))
      .filter((word) => {
        if (!known.has(word)) known.set(word, isKnown(word));
        return !known.get(word);
      })
      .map((word) => `${path}:${at + 1}: ${word}`));
});
const unused = [...ours].filter((word) => !used.has(word)).map((word) => `tests/words.txt: ${word} is in no text`);

if (unknown.length + unused.length > 0) {
  console.error([...unknown, ...unused].join('\n'));
  console.error('\nCorrect the word or, when it is right, add it to tests/words.txt.');
  process.exit(1);
}
console.log(`${known.size} different words in ${files.length} files, each of them known`);
