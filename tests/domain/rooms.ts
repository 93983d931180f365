/** The rooms of `src/` and who may import whom, checked on the source itself. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { parseSync } from 'vite';

export const ROOT = dirname(dirname(import.meta.dirname));

type Room = 'domain' | 'decks' | 'store' | 'workers' | 'ui' | 'app' | 'main';

/** Packages that are somebody's business and not everybody's. */
const OWNED = ['react', 'react-dom', 'zustand', 'wouter', 'dexie', 'dexie-react-hooks', 'comlink'];

const TABLE: Record<Room, { rooms: Room[]; never: string[] | 'any package' }> = {
  domain: { rooms: ['domain'], never: 'any package' },
  decks: { rooms: ['decks', 'domain'], never: OWNED },
  store: { rooms: ['store', 'domain'], never: OWNED.filter((name) => name !== 'dexie') },
  workers: {
    rooms: ['workers', 'domain', 'decks', 'store'],
    never: OWNED.filter((name) => name !== 'comlink' && name !== 'dexie'),
  },
  ui: { rooms: ['ui', 'domain'], never: OWNED.filter((name) => !name.startsWith('react')) },
  app: { rooms: ['app', 'domain', 'decks', 'store', 'workers', 'ui'], never: [] },
  main: { rooms: ['main', 'app', 'domain', 'decks', 'store', 'workers', 'ui'], never: [] },
};

/** Folders of `src/app` that are no screen; files right in `src/app` are nobody's own either. */
const SHARED_BY_SCREENS = ['messages', 'routes', 'theme', 'shared'];

/** The one file that knows the scheduler's library. */
const SCHEDULER = { file: 'domain/memory.ts', package: 'ts-fsrs' };

/** Read in domain, each of these would make the same events mean different things. */
const IMPURE_GLOBALS = new Set(
  `crypto window self globalThis document navigator location localStorage sessionStorage indexedDB
   performance fetch setTimeout setInterval queueMicrotask requestAnimationFrame process`.split(
    /\s+/,
  ),
);
const IMPURE_MEMBERS = new Set(['Date.now', 'Math.random']);

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

interface Import {
  readonly specifier: string;
  /** Gone after compiling. */
  readonly typeOnly: boolean;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function walk(node: Node, visit: (node: Node, parent: Node | null, key: string) => void): void {
  const inner = (at: Node, parent: Node | null, key: string) => {
    visit(at, parent, key);
    for (const [name, value] of Object.entries(at)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (isNode(child)) inner(child, at, name);
      }
    }
  };
  inner(node, null, '');
}

function parse(file: string, source: string): Node {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  return program as unknown as Node;
}

function text(node: unknown): string | undefined {
  return isNode(node) && typeof node['value'] === 'string' ? node['value'] : undefined;
}

/** `new URL('./x.ts', import.meta.url)`: how workers are named. */
function urlOf(node: Node): string | undefined {
  const callee = node['callee'];
  const args = node['arguments'];
  if (!isNode(callee) || callee['name'] !== 'URL' || !Array.isArray(args)) return undefined;
  return args.length === 2 ? text(args[0]) : undefined;
}

/** What a file imports, however it says so. */
export function importsOf(file: string, source: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: string | undefined, typeOnly: boolean) => {
    if (specifier !== undefined) found.push({ specifier, typeOnly });
  };
  walk(parse(file, source), (node) => {
    if (node.type === 'ImportDeclaration') add(text(node['source']), node['importKind'] === 'type');
    else if (node.type === 'ExportAllDeclaration' || node.type === 'ExportNamedDeclaration')
      add(text(node['source']), node['exportKind'] === 'type');
    else if (node.type === 'ImportExpression') add(text(node['source']) ?? '(computed)', false);
    else if (node.type === 'TSImportType') add(text(node['source']), true);
    else if (node.type === 'NewExpression') add(urlOf(node), false);
  });
  return found;
}

function roomOf(file: string): Room | null {
  const [first = ''] = file.split('/');
  if (file === 'main.tsx') return 'main';
  return first in TABLE && file.includes('/') ? (first as Room) : null;
}

function screenOf(file: string): string | null {
  const [room, folder, rest] = file.split('/');
  if (room !== 'app' || folder === undefined || rest === undefined) return null;
  return folder;
}

function relativeBreach(file: string, { specifier, typeOnly }: Import): string | null {
  const room = roomOf(file);
  if (room === null) return null;
  const target = join(dirname(file), specifier.replace(/\?.*$/, '')).split(sep).join('/');
  if (target.startsWith('..')) return `${file} reaches out of src: ${specifier}`;
  const other = roomOf(target);
  if (other === null || !TABLE[room].rooms.includes(other)) {
    return `${file} (${room}) may not import ${specifier}`;
  }
  if (room === 'ui' && other === 'domain' && !typeOnly) {
    return `${file} may import types only from ${specifier}: use \`import type\``;
  }
  const mine = screenOf(file);
  const theirs = screenOf(target);
  if (mine !== null && theirs !== null && theirs !== mine && !SHARED_BY_SCREENS.includes(theirs)) {
    return `${file} may not import another screen's ${specifier}`;
  }
  return null;
}

function packageBreach(file: string, { specifier }: Import): string | null {
  const room = roomOf(file);
  if (room === null) return null;
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  const breach = `${file} (${room}) may not import ${specifier}`;
  if (name === SCHEDULER.package) return file === SCHEDULER.file ? null : breach;
  const { never } = TABLE[room];
  return never === 'any package' || never.includes(name) ? breach : null;
}

function impurities(file: string, source: string): string[] {
  const found: string[] = [];
  walk(parse(file, source), (node, parent, key) => {
    const { object, property, callee } = node;
    if (node.type === 'MemberExpression' && isNode(object) && isNode(property)) {
      const member = `${String(object['name'])}.${String(property['name'] ?? property['value'])}`;
      if (IMPURE_MEMBERS.has(member)) found.push(`${file} uses ${member}`);
    }
    if (isNode(callee) && callee['name'] === 'Date') {
      const args = node['arguments'];
      if (node.type === 'CallExpression') found.push(`${file} uses Date()`);
      else if (Array.isArray(args) && args.length === 0) found.push(`${file} uses new Date()`);
    }
    const isName =
      (parent?.type === 'MemberExpression' && key === 'property' && parent['computed'] !== true) ||
      (key === 'key' && parent?.['computed'] !== true);
    if (node.type === 'Identifier' && !isName && IMPURE_GLOBALS.has(String(node['name']))) {
      found.push(`${file} uses ${String(node['name'])}`);
    }
  });
  return found;
}

/**
 * What a file does that its room may not.
 * @param file path under `src/`, with slashes
 */
export function breaches(file: string, source: string): string[] {
  const found = importsOf(file, source).map((one) =>
    one.specifier.startsWith('.') ? relativeBreach(file, one) : packageBreach(file, one),
  );
  if (roomOf(file) === 'domain') found.push(...impurities(file, source));
  return found.filter((breach) => breach !== null);
}

/** Paths under `src/` of all its TypeScript files. */
export function sourceFiles(): string[] {
  const src = join(ROOT, 'src');
  return readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(src, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}

export function readSource(file: string): string {
  return readFileSync(join(ROOT, 'src', file), 'utf8');
}
