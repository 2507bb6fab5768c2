import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const longest = 400;
const long = 250;
const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'core', 'electron', 'renderer', 'build', 'test'],
  { encoding: 'utf8' },
)
  .split('\n')
  .filter((name) => /\.(?:ts|tsx|mjs|cjs)$/.test(name));
let faults = 0;
const sizes = [];

for (const name of files) {
  let lines;
  try {
    lines = readFileSync(name, 'utf8').split('\n');
  } catch (error) {
    if (error.code === 'ENOENT') continue;
    throw error;
  }
  const tested = name.startsWith('test/');
  if (!tested) sizes.push(lines.length);
  if (lines.length > longest && !tested) {
    faults += 1;
    console.error(`${name}: ${lines.length} lines, at most ${longest}`);
  } else if (lines.length > long) console.warn(`${name}: ${lines.length} lines, better under ${long}`);
}

sizes.sort((a, b) => a - b);
console.log(`${sizes.length} files of code, median ${sizes[sizes.length >> 1] ?? 0} lines, ${faults} faults`);
process.exitCode = faults ? 1 : 0;
