import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const at = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const tree = mkdtempSync(path.join(tmpdir(), 'muster-layers-'));
afterAll(() => rmSync(tree, { recursive: true, force: true }));

const use = (...names: string[]) => names.map((name) => `import '${name}';`).join('\n');
const useType = (name: string) => `import type { A } from '${name}';\nexport type B = A;\nexport type A = { a: B };`;

const installed = ['react', 'react-dom', 'zod', '@duckdb/node-api', 'undeclared'];
const packages = Object.fromEntries(
  installed.flatMap((name) => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
    [`node_modules/${name}/index.js`, 'module.exports = 1;'],
  ]),
);
const declared = Object.fromEntries(installed.filter((name) => name !== 'undeclared').map((name) => [name, '1.0.0']));

/** Files that break a rule, with what each breaks; then files that break none. */
const broken: Record<string, [text: string, ...rules: string[]]> = {
  'core/base/reads-a-file.ts': [use('node:fs'), 'core is pure'],
  'core/base/reads-a-path.ts': [use('path'), 'core is pure'],
  'core/base/draws.ts': [use('react'), 'core is pure'],
  'core/base/mounts.ts': [use('react-dom'), 'core is pure'],
  'core/base/opens-a-window.ts': [use('electron'), 'core is pure'],
  'core/base/knows-a-type-of-a-window.ts': [`import type { App } from 'electron';\nexport type X = App;`, 'core is pure'],
  'core/sql/looks-up.ts': [use('../flow/fine'), 'row core/sql'],
  'core/sql/looks-up-a-type.ts': [`import type { A } from '../flow/fine';\nexport type X = A;`, 'row core/sql'],
  'core/usecases/asks-a-host.ts': [use('../../electron/host/fine'), 'row core/usecases'],
  'core/strange/new-folder.ts': [use('../base/fine'), 'in the table'],
  'electron/host/opens-a-window.ts': [use('electron'), 'host without electron'],
  'renderer/ui/reads-a-file.ts': [use('node:fs'), 'renderer is a page'],
  'renderer/ui/queries.tsx': [use('@duckdb/node-api'), 'renderer is a page'],
  'renderer/features/a/borrows.tsx': [use('../b/fine'), 'features apart'],
  'renderer/features/a/guesses.ts': [use('zod', './not-there'), 'resolvable'],
  'core/model/round.ts': [use('./about')],
  'core/model/about.ts': [use('./round'), 'no cycles'],
  'core/model/types-round.ts': [useType('./types-about')],
  'core/model/types-about.ts': [useType('./types-round'), 'no cycles'],
  'electron/host/undeclared.ts': [use('undeclared'), 'declared packages'],
  'electron/host/leans-on-a-test.ts': [use('../../test/fine'), 'row electron/host', 'tests stay outside'],
};
const fine: Record<string, string> = {
  'core/base/fine.ts': use('zod'),
  'core/flow/fine.ts': `${use('../sql/fine', '../base/fine')}\nexport type A = 1;`,
  'core/sql/fine.ts': use('../base/fine'),
  'electron/host/fine.ts': use('node:fs', '@duckdb/node-api', '../../core/flow/fine'),
  'electron/main/fine.ts': use('electron', 'node:path'),
  'renderer/ui/fine.tsx': `${use('react')}\nexport const Fine = () => <b />;`,
  'renderer/features/b/fine.ts': use('../../ui/fine'),
  'test/fine.ts': use('../electron/host/fine', 'node:fs'),
};

test('every rule about imports finds what breaks it and nothing else', () => {
  const files = {
    ...packages,
    ...fine,
    ...Object.fromEntries(Object.entries(broken).map(([name, [text]]) => [name, text])),
    'package.json': JSON.stringify({ name: 'planted', private: true, dependencies: declared }),
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(tree, name)), { recursive: true });
    writeFileSync(path.join(tree, name), text);
  }
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      at('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      at('build/dependency-cruiser.cjs'),
      '--output-type',
      'json',
      'core',
      'electron',
      'renderer',
      'test',
    ],
    { cwd: tree, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  const found = summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`);
  const expected = Object.entries(broken).flatMap(([name, [, ...rules]]) => rules.map((rule) => `${name}: ${rule}`));
  expect(found.sort()).toEqual(expected.sort());
});
