import { readFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const packages = lock.packages;
const faults = [];

/** Where Node would find `name` from the package at `from`: the nearest node_modules upwards. */
function locked(from, name) {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    if (packages[`${place === '' ? '' : `${place}/`}node_modules/${name}`]) return true;
    if (place === '') return false;
    if (!place.includes('/node_modules/')) place = '';
    if (place === '' && packages[`node_modules/${name}`]) return true;
    if (place === '') return false;
  }
}

for (const [path, entry] of Object.entries(packages)) {
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    if (!locked(path, name)) faults.push(`${path || 'package.json'}: optional ${name} is not locked, so another platform would miss it`);
  }
  if (entry.resolved && !entry.link && !entry.resolved.startsWith('https://registry.npmjs.org/'))
    faults.push(`${path}: resolved from ${entry.resolved}`);
}

for (const fault of faults) console.error(fault);
console.log(`${Object.keys(packages).length - 1} locked packages, ${faults.length} faults`);
process.exitCode = faults.length ? 1 : 0;
