import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../core/base/problems';
import { lintEmail } from '../../../core/content/lint-email';
import { parseContent } from '../../../core/content/liquid';
import { renderText } from '../../../core/content/render';
import { templateToSql } from '../../../core/content/to-sql';
import { duckdb } from '../../../core/sql/dialect/duckdb';
import { column } from '../../../core/sql/expression';
import { printExpression } from '../../../core/sql/print';
import { textLiteral } from '../../../core/sql/quote';
import { bothEngines } from '../../support/engines';

const field = (path: string) =>
  path === 'profile.a' || path === 'profile.b' ? { is: column(undefined, path), type: 'text' as const } : undefined;

function parsed(text: string) {
  const problems: Problem[] = [];
  const content = parseContent(text, ['subject'], problems);
  if (!content) throw new Error(JSON.stringify(problems));
  return content;
}

const filter = fc.constantFrom(
  'upcase',
  'downcase',
  'capitalize',
  'strip',
  "default: 'Friend'",
  'default: profile.b',
  "append: '!'",
  'append: profile.b',
  "prepend: 'Dr. '",
);
const output = fc
  .tuple(fc.constantFrom('profile.a', 'profile.b', "'x'"), fc.array(filter, { maxLength: 3 }))
  .map(([of, filters]) => `{{ ${[of, ...filters].join(' | ')} }}`);
const template = fc
  .array(fc.oneof(output, fc.constantFrom('Hello ', "it's", ' \n', '', '{{- profile.a -}}')), { maxLength: 5 })
  .map((parts) => parts.join(''));
const value = fc.option(
  fc.oneof(
    fc.constantFrom('', ' ', 'ana', ' Éloïse ', 'straße', 'İstanbul', 'ΣΑΣ', '\u00a0x\u2003', 'ǆ', 'ﬁn'),
    fc.string({ unit: 'grapheme', maxLength: 6 }).filter((s) => !s.includes('\0')),
  ),
  { nil: null },
);

describe.each(bothEngines)('Liquid said in SQL on %s', (_, withEngine) => {
  it('gives the text that rendering gives', async () => {
    await withEngine(async (connection) => {
      await fc.assert(
        fc.asyncProperty(template, value, value, async (text, a, b) => {
          const { templates } = parsed(text);
          const sql = templateToSql(templates, field);
          if (!sql) throw new Error(`not said in SQL: ${text}`);
          const literal = (v: string | null) => (v === null ? 'CAST(NULL AS VARCHAR)' : textLiteral(v));
          const page = await connection.query(
            `SELECT ${printExpression(sql, duckdb)} FROM (SELECT ${literal(a)} AS "profile.a", ${literal(b)} AS "profile.b")`,
            { limit: 1 },
          );
          expect(page.values[0]?.[0]).toBe(renderText(templates, { 'profile.a': a, 'profile.b': b }, 'subject'));
        }),
        { numRuns: 150 },
      );
    });
  });

  it('changes the case of every letter as rendering does', async () => {
    await withEngine(async (connection) => {
      const page = await connection.query(
        'SELECT chr(i::INTEGER), upper(chr(i::INTEGER)), lower(chr(i::INTEGER)) FROM range(32, 55296) t(i)',
        { limit: 60_000 },
      );
      const upper = parsed('{{ profile.a | upcase }}').templates;
      const lower = parsed('{{ profile.a | downcase }}').templates;
      // Letters of Unicode 15.1 and later: the runtime and the engines learn them at different times.
      const young = /[\u019b\u0264\u1c89\u1c8a\ua7cb-\ua7dc]/;
      const different: string[] = [];
      for (let r = 0; r < page.rows; r++) {
        const [c, up, low] = page.values.map((v) => v[r]);
        if (c === 'ß' || young.test(String(c))) continue;
        if (renderText(upper, { 'profile.a': c ?? null }, '') !== up) different.push(`${c} ${up}`);
        if (renderText(lower, { 'profile.a': c ?? null }, '') !== low) different.push(`${c} ${low}`);
      }
      expect(different).toEqual([]);
    });
  });
});

describe('content', () => {
  it('names the line of a mistake', () => {
    const problems: Problem[] = [];
    expect(parseContent('Hi\n{% if x %}', ['subject'], problems)).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'content-syntax', place: ['subject'], details: { line: 2 } }]);
  });

  it('refuses other files and unknown filters', () => {
    for (const text of ['{% include "a" %}', '{% render "a" %}', '{% layout "a" %}', '{{ x | nonsense }}']) {
      const problems: Problem[] = [];
      const content = parseContent(text, [], problems);
      if (content) expect(() => renderText(content.templates, {}, 'text')).toThrow('content-render');
      else expect(problems[0]?.code).toBe('content-syntax');
    }
  });

  it('stops content that costs too much', () => {
    const { templates } = parsed('{% for i in (1..100000000) %}{{ i }}{% endfor %}');
    expect(() => renderText(templates, {}, 'html')).toThrow('content-render');
  });

  it('finds every field, also in conditions and arguments', () => {
    expect(parsed('{{ profile.a | default: campaign.name }}{% if target["x y"] %}{% endif %}').fields.map((f) => f.path)).toEqual([
      'profile.a',
      'campaign.name',
      'target.x y',
    ]);
  });

  it('lints an email', () => {
    const email = { category: 'marketing' as const, subject: ' ', from: { name: 'Us', address: 'us@' }, html: 'é'.repeat(60_000) };
    expect(lintEmail(email, ['m']).map((p) => p.code)).toEqual([
      'content-no-subject',
      'content-bad-from',
      'content-no-unsubscribe',
      'content-large',
    ]);
    expect(lintEmail({ ...email, subject: 'Hi', from: { name: '', address: '' } }, ['m'])[0]?.code).toBe('content-no-from');
    expect(
      lintEmail(
        { ...email, subject: 'Hi', from: { name: 'Us', address: 'us@example.com' }, html: '<a href="{{ campaign.id }}">Unsubscribe</a>' },
        ['m'],
      ),
    ).toEqual([]);
  });
});
