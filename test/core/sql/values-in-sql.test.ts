import { describe, expect, it } from 'vitest';
import { namesIn, withValues } from '../../../core/sql/values-in-sql';

const values: Readonly<Record<string, string[]>> = { a: ["'x'"], n: ['-1'], list: ["'x'", '2'], none: [] };
const filled = (sql: string) => withValues(sql, (name) => values[name]);

describe('$names in SQL', () => {
  it.each([
    ['country = $a', "country = ('x')"],
    ['$a', "('x')"],
    ['3 -$n', '3 -(-1)'],
    ["'y'$a", "'y'('x')"],
    ['x IN ($list)', "x IN (('x'), (2))"],
    ['x NOT IN ($none)', 'x NOT IN (SELECT NULL WHERE FALSE)'],
    ['$a||$a -- $a\n|| $a', "('x')||('x') -- $a\n|| ('x')"],
  ])('%s becomes %s', (sql, made) => {
    expect(filled(sql)).toBe(made);
  });

  it.each([
    "'$a'",
    "'it''s $a'",
    '"$a"',
    '"say ""$a"" twice"',
    "E'\\'$a'",
    '-- $a',
    '/* $a /* $a */ $a */',
    '$$ $a $$',
    '$tag$ $a $tag$',
    '$a$ no name but a quote $a$',
    'a$a',
    '$ a',
    '$unknown',
    '$A',
  ])('%s stays as it is', (sql) => {
    expect(filled(sql)).toBe(sql);
  });

  it('are told once each, in order, whatever they are', () => {
    expect(namesIn("$b + $a + $b + '$c' + $1 + $Über")).toEqual(['b', 'a', '1', 'Über']);
  });
});
