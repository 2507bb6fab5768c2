import { readFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const packages = lock.packages;
const faults = [];

/** Packages that may run a script when installed; none compiles anything, and core-js, which jspdf brings along unused, only prints. */
const scripts = new Set(['node_modules/electron-winstaller', 'node_modules/core-js']);

/** Whether Node finds `name` from the package at `from`: in the nearest node_modules upwards. */
function locked(from, name) {
  const places = from.split(/\/?node_modules\//).slice(1);
  for (let depth = places.length; depth >= 0; depth -= 1) {
    const path = [...places.slice(0, depth), name].map((part) => `node_modules/${part}`).join('/');
    if (packages[path]) return true;
  }
  return false;
}

for (const [path, entry] of Object.entries(packages)) {
  if (entry.hasInstallScript && !scripts.has(path)) faults.push(`${path} runs a script when installed`);
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    if (!locked(path, name)) faults.push(`${path || 'package.json'}: optional ${name} is not locked, so another platform would miss it`);
  }
  if (entry.resolved && !entry.link && !entry.resolved.startsWith('https://registry.npmjs.org/'))
    faults.push(`${path}: resolved from ${entry.resolved}`);
}

for (const fault of faults) console.error(fault);
console.log(`${Object.keys(packages).length - 1} locked packages, ${faults.length} faults`);
process.exitCode = faults.length ? 1 : 0;
