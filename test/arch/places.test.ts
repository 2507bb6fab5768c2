import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { files, root } from './house';

const { layers } = createRequire(import.meta.url)(path.join(root, 'build/layers.cjs')) as { layers: Record<string, string[]> };

test('every folder of the code has a row in the import table, and every row a folder', () => {
  const folders = files.flatMap((name) => /^(?:core|electron|renderer)\/[^/]+(?=\/)/.exec(name)?.[0] ?? []);
  expect([...new Set(folders)].sort()).toEqual(Object.keys(layers).sort());
});

test('rows name folders of the table, or a whole process', () => {
  const known = new Set([...Object.keys(layers), 'core', 'electron', 'renderer']);
  expect(Object.entries(layers).flatMap(([row, may]) => may.filter((name) => !known.has(name)).map((name) => `${row}: ${name}`))).toEqual(
    [],
  );
});

test('the top level holds what it always held', () => {
  const fixed = [
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'electron',
    'renderer',
    'core',
    'build',
    'test',
    'README.md',
    'LICENSE',
  ];
  const top = new Set(files.map((name) => name.split('/')[0] ?? '').filter((name) => !name.startsWith('.')));
  expect([...top].sort()).toEqual([...fixed, 'CHANGELOG.md'].sort());
});

test('each top folder says what lives in it', () => {
  expect(['core', 'electron', 'renderer', 'build', 'test'].filter((folder) => !files.includes(`${folder}/README.md`))).toEqual([]);
});

/** Data of the app that is ours although it is not code. */
const ours = /(?:\.(?:ts|tsx|css|html|svg|md)|\/tsconfig\.json|^core\/delivery\/openapi\.json)$/;

test('data that came from elsewhere has its licence beside it', () => {
  const bare = files
    .filter((name) => /^(?:core|electron|renderer)\//.test(name) && !ours.test(name) && !/(?:^|\/)LICENSE$|\.license$/.test(name))
    .filter((name) => !files.includes(`${name}.license`) && !files.includes(`${path.posix.dirname(name)}/LICENSE`));
  expect(bare).toEqual([]);
});
