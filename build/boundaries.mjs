import { createRequire } from 'node:module';

// dependency-cruiser for Node 20 lets swc read .ts but not .tsx; swc itself is told here.
const swc = createRequire(import.meta.url)('@swc/core');
const parse = swc.parseFileSync;
swc.parseFileSync = (file, options) => parse(file, { ...options, tsx: /[.][jt]sx$/.test(file) });

process.argv.push('--config', 'build/dependency-cruiser.cjs', 'core', 'electron', 'renderer', 'test');
await import('../node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
