const { builtinModules } = require('node:module');
const { layers, packages } = require('./layers.cjs');

const folders = Object.keys(layers);
const anyOf = (names) => `^(?:${names.join('|')})/`;
// Node's own modules; `electron` is declared to be one below.
const builtins = `^(?:node:)?(?:${builtinModules.join('|')})(?:/|$)`;
const installed = (names) => `^node_modules/(?:@types/)?(?:${names.map((name) => name.replaceAll('.', '[.]')).join('|')})(?:/|$)`;

const rows = folders.map((folder) => ({
  name: `row ${folder}`,
  comment: `${folder} may import itself and what its row in build/layers.cjs names.`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { path: '^(?:core|electron|renderer|build|test)/', pathNot: anyOf([folder, ...layers[folder]]) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...rows,
    {
      name: 'in the table',
      comment: 'Every folder of the code has a row in build/layers.cjs.',
      severity: 'error',
      from: { path: '^(?:core|electron|renderer)/', pathNot: [anyOf(folders), '^[^/]+/[^/]+$'] },
      to: {},
    },
    {
      name: 'core is pure',
      comment: 'core has no Node, DOM, Electron or React: only the packages that build/layers.cjs lists for it.',
      severity: 'error',
      from: { path: '^core/' },
      to: { path: [builtins, '^electron$', '^node_modules/'], pathNot: installed(packages.core) },
    },
    {
      name: 'host without electron',
      comment: 'The host also runs behind the browser shell and in the CLI: only main and preload see Electron.',
      severity: 'error',
      from: { path: '^electron/', pathNot: '^electron/(?:main|preload)/' },
      to: { path: ['^electron$', installed(['electron'])] },
    },
    {
      name: 'renderer is a page',
      comment: 'The window runs in a sandbox: no Node, no Electron, only the packages that build/layers.cjs lists for it.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: [builtins, '^electron$', '^node_modules/'], pathNot: installed(packages.renderer) },
    },
    {
      name: 'features apart',
      comment: 'Features of the renderer never import each other; what two share lives in ui, state or text.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'no cycles',
      comment: 'What two modules say of each other, types too, lives in a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'declared packages',
      severity: 'error',
      from: { path: '^(?:core|electron|renderer|build|test)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'tests stay outside',
      severity: 'error',
      from: { path: '^(?:core|electron|renderer|build)/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    parser: 'tsc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^out/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.cjs', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
    builtInModules: { add: ['electron'] },
  },
};
