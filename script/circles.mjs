// Finds circles between the modules of the Rust sources: a module that uses another which uses it, be it by way of many.
// Files are held against each other, and in every folder its files and folders. What a parent passes on from its children
// (`pub use`) is no arrow; whoever uses it by way of the parent uses the child. Prints each circle, and fails if there is one.
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';

const read = (file) => readFileSync(file, 'utf8');

// The modules of one crate: path, such as "ui::own", to what is in its file.
function modulesOf(root) {
  const modules = new Map();
  const walk = (folder, path) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const name = entry.name.replace(/\.rs$/, '');
      if (entry.isDirectory()) walk(join(folder, name), [...path, name]);
      else if (entry.name.endsWith('.rs') && name !== 'main') {
        const at = ['lib', 'mod'].includes(name) ? path : [...path, name];
        modules.set(at.join('::'), { path: at, text: withoutComments(read(join(folder, entry.name))) });
      }
    }
  };
  walk(root, []);
  return modules;
}

const withoutComments = (text) => text.replace(/^\s*\/\/.*$/gm, '').replace(/\s\/\/ .*$/gm, '');

// "a::{b, c::{d as e}}" as [[a, b], [a, c, d]], each with the name under which it is known here.
function leaves(tree) {
  const text = tree.replace(/\s+/g, ' ').trim();
  const brace = text.indexOf('{');
  if (brace < 0) {
    const [path, name] = text.split(' as ');
    const parts = path.trim().split('::');
    const last = parts.at(-1) === 'self' && parts.length > 1 ? parts.at(-2) : parts.at(-1);
    return [{ parts: parts.at(-1) === 'self' && parts.length > 1 ? parts.slice(0, -1) : parts, name: (name ?? last).trim() }];
  }
  const before = text.slice(0, brace).split('::').filter(Boolean);
  const inner = [];
  let depth = 0, start = brace + 1;
  for (let at = brace; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if ((text[at] === ',' && depth === 1) || (text[at] === '}' && depth === 0)) {
      const part = text.slice(start, at).trim();
      if (part) inner.push(...leaves(part));
      start = at + 1;
    }
  }
  return inner.map((leaf) => leaf.parts[0] === 'self' && leaf.parts.length === 1
    ? { parts: before, name: before.at(-1) }
    : { ...leaf, parts: [...before, ...leaf.parts] });
}

function arrowsOf(modules) {
  const uses = new Map();
  for (const [key, module] of modules) {
    const imports = [...module.text.matchAll(/^(\s*)(pub(?:\([^)]*\))?\s+)?use\s+([^;]+);/gm)]
      .flatMap(([, , shown, tree]) => leaves(tree).map((leaf) => ({ ...leaf, isPassedOn: Boolean(shown) })));
    const rest = module.text.replace(/^\s*(pub(\([^)]*\))?\s+)?use\s+[^;]+;/gm, '');
    const inline = [...rest.replace(/pub\(in [^)]*\)/g, 'pub').matchAll(/\b(?:crate|super|self)(?:::[a-z_]\w*)*(?:::\w+)/g)]
      .map(([path]) => ({ parts: path.split('::'), name: '', isPassedOn: false }));
    const children = [...modules.values()].filter(({ path }) => path.length === module.path.length + 1 && path.slice(0, -1).join('::') === key).map(({ path }) => path.at(-1));
    const named = children.length ? [...rest.replace(/"[^"]*"/g, '').matchAll(new RegExp(`(?<![\\w:])(?:${children.join('|')})(?:::\\w+)+`, 'g'))].map(([path]) => ({ parts: path.split('::'), name: '', isPassedOn: false })) : [];
    uses.set(key, { imports, all: [...imports, ...inline, ...named] });
  }
  // The module in which the thing is that `parts` names, seen from `from`.
  const resolve = (from, parts, depth = 0) => {
    let at = [...from];
    let rest = [...parts];
    if (rest[0] === 'crate') { at = []; rest.shift(); }
    else if (rest[0] === 'self') rest.shift();
    else if (rest[0] === 'super') while (rest[0] === 'super') { at.pop(); rest.shift(); }
    else if (!modules.has([...at, rest[0]].join('::'))) return undefined;
    while (rest.length && modules.has([...at, rest[0]].join('::'))) at.push(rest.shift());
    if (rest.length && rest[0] !== '*' && depth < 8) {
      const passed = uses.get(at.join('::'))?.imports.find((leaf) => leaf.name === rest[0]);
      const found = passed && resolve(at, [...passed.parts, ...rest.slice(1)], depth + 1);
      if (found !== undefined) return found;
    }
    return at.join('::');
  };
  const arrows = new Map([...modules.keys()].map((key) => [key, new Set()]));
  for (const [key, module] of modules) {
    for (const { parts, isPassedOn } of uses.get(key).all) {
      const to = resolve(module.path, parts);
      if (to === undefined || to === key || !modules.has(to)) continue;
      const isChild = key === '' || to.startsWith(`${key}::`);
      if (!(isPassedOn && isChild)) arrows.get(key).add(to);
    }
  }
  return arrows;
}

// Sets of more than one node that all reach each other (Tarjan's algorithm).
function circles(arrows) {
  const index = new Map(), low = new Map(), stack = [], found = [];
  const visit = (node) => {
    index.set(node, index.size);
    low.set(node, index.get(node));
    stack.push(node);
    for (const next of arrows.get(node) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node), low.get(next)));
    }
    if (low.get(node) === index.get(node)) {
      const circle = stack.splice(stack.indexOf(node));
      if (circle.length > 1) found.push(circle);
    }
  };
  for (const node of arrows.keys()) if (!index.has(node)) visit(node);
  return found;
}

// The arrows between what stands directly in a folder; its own file is ".".
function inside(folder, arrows) {
  const depth = folder === '' ? 0 : folder.split('::').length;
  const unit = (key) => key === folder ? '.' : key.split('::')[depth];
  const isIn = (key) => folder === '' || key === folder || key.startsWith(`${folder}::`);
  const units = new Map();
  for (const [from, tos] of arrows) {
    if (!isIn(from)) continue;
    const set = units.get(unit(from)) ?? units.set(unit(from), new Map()).get(unit(from));
    for (const to of tos) if (isIn(to) && unit(to) !== unit(from)) set.set(unit(to), [...(set.get(unit(to)) ?? []), `${from} -> ${to}`]);
  }
  return units;
}

let broken = 0;
const crates = ['src', ...(existsSync('crates') ? readdirSync('crates').map((name) => `crates/${name}/src`) : [])];
for (const root of crates.filter(existsSync)) {
  const arrows = arrowsOf(modulesOf(root));
  const folders = new Set(['', ...[...arrows.keys()].flatMap((key) => key.split('::').slice(0, -1).map((_, at, all) => all.slice(0, at + 1).join('::')))]);
  for (const circle of circles(arrows)) {
    broken += 1;
    console.log(`${root}, a circle of files: ${circle.join(', ')}`);
    for (const from of circle) for (const to of arrows.get(from)) if (circle.includes(to)) console.log(`  ${from} -> ${to}`);
  }
  for (const folder of folders) {
    const units = inside(folder, arrows);
    for (const circle of circles(new Map([...units].map(([from, tos]) => [from, [...tos.keys()]])))) {
      broken += 1;
      console.log(`${root}, a circle in ${folder || 'the root'}: ${circle.join(', ')}`);
      for (const from of circle) for (const [to, why] of units.get(from)) if (circle.includes(to)) console.log(`  ${why.slice(0, 4).join('; ')}${why.length > 4 ? ` and ${why.length - 4} more` : ''}`);
    }
  }
}
process.exit(broken ? 1 : 0);
