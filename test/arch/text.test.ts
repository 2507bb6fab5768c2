import { expect, test } from 'vitest';
import { files, textOf } from './house';

/** What no committed text may say. Spelt so that this file does not say it either. */
const banned: Record<string, RegExp> = {
  'unfinished work': /\b(?:TO[D]O|FIX[M]E|XX[X])\b/,
  'a path of one machine': /(?<![\w./-])\/(?:wor[k]|roo[t])\//,
  'a silenced type error': /@ts-(?:ignor[e]|nochec[k])/,
  'a test that runs alone': /\b(?:test|it|describe)\.onl[y]\(/,
};

test('committed text has no unfinished work, machine paths or silenced checks', () => {
  const found: string[] = [];
  for (const name of files) {
    if (name === 'package-lock.json') continue;
    textOf(name)
      ?.split('\n')
      .forEach((line, index) => {
        for (const [what, pattern] of Object.entries(banned)) if (pattern.test(line)) found.push(`${name}:${index + 1}: ${what}`);
      });
  }
  expect(found).toEqual([]);
});
