import { lostCharacters } from '../../mail/encodings';
import type { FileColumn } from '../../mail/file-columns';
import type { MailLayout } from '../../model/message';
import { call, column, compare, integer, text } from '../../sql/expression';
import type { Expression, OrderTerm, Output, Query, Select } from '../../sql/query';

/** Values a spreadsheet would run. Source: OWASP, CSV Injection. */
const formulaStarts = '^[=+\\-@\\t\\r]';

/** The rows of the file before they are written: its columns by label, and what orders and tells them apart. */
export function fileQuery(recipients: Query, rendered: string | undefined, columns: readonly FileColumn[], layout: MailLayout): Select {
  const values = columns.map((c, i): Output => {
    const written = c.sql ?? column('v', `c${i}`);
    return { name: c.label, is: layout.neutraliseFormulas ? neutral(written) : written };
  });
  return {
    kind: 'select',
    columns: [
      ...values,
      { name: internal.id, is: column('r', 'recipient_id') },
      { name: internal.seed, is: column('r', 'seed') },
      { name: internal.country, is: column('r', 'country') },
    ],
    from: { relation: recipients, alias: 'r' },
    ...(rendered === undefined
      ? {}
      : {
          joins: [
            {
              type: 'inner',
              source: { relation: { kind: 'table', schema: 'main', name: rendered }, alias: 'v' },
              on: compare('=', column('v', 'recipient_id'), column('r', 'recipient_id')),
            },
          ],
        }),
  };
}

/** Names no label can have, because labels hold no control character. */
export const internal = { id: '\u0001recipient', seed: '\u0001seed', country: '\u0001country' } as const;

function neutral(value: Expression): Expression {
  const runs = call('matches-regex', value, text(formulaStarts));
  return { kind: 'case', branches: [{ when: runs, gives: call('concat', text("'"), value) }], otherwise: value };
}

export function fileOrder(layout: MailLayout): OrderTerm[] {
  return [...layout.sort.map((label) => ({ by: call('nullif', column('f', label), text('')) })), { by: column('f', internal.id) }];
}

/** What the file says: labels only, in order; empty text is written as nothing at all. */
export function fileRows(file: Select, columns: readonly FileColumn[], layout: MailLayout): Select {
  return {
    kind: 'select',
    columns: columns.map((c) => ({ name: c.label, is: call('nullif', column('f', c.label), text('')) })),
    from: { relation: file, alias: 'f' },
    orderBy: fileOrder(layout),
  };
}

/** Rows without seeds by country. */
export function countryCounts(file: Select): Select {
  const country = call('coalesce', column('f', internal.country), text(''));
  return {
    kind: 'select',
    columns: [
      { name: 'country', is: country },
      { name: 'rows', is: { kind: 'aggregate', function: 'count', args: [] } },
    ],
    from: { relation: file, alias: 'f' },
    where: { kind: 'not', inner: column('f', internal.seed) },
    groupBy: [country],
    orderBy: [{ by: country }],
  };
}

/** Where the seeds stand in the file, counted from 1. */
export function seedRows(file: Select, layout: MailLayout): Select {
  const numbered: Select = {
    kind: 'select',
    columns: [
      { name: 'recipient', is: column('f', internal.id) },
      { name: 'seed', is: column('f', internal.seed) },
      { name: 'row', is: { kind: 'row-number', partitionBy: [], orderBy: fileOrder(layout) } },
    ],
    from: { relation: file, alias: 'f' },
  };
  return {
    kind: 'select',
    columns: [
      { name: 'recipient', is: column('n', 'recipient') },
      { name: 'row', is: column('n', 'row') },
    ],
    from: { relation: numbered, alias: 'n' },
    where: column('n', 'seed'),
  };
}

/** Rows that would lose characters in the layout's encoding, with all of their text; `undefined` when none can. */
export function lossyRows(file: Select, columns: readonly FileColumn[], layout: MailLayout): Select | undefined {
  const lost = lostCharacters(layout.encoding);
  if (lost === undefined) return undefined;
  const all = call('concat-ws', text(' '), ...columns.map((c) => column('f', c.label)));
  return {
    kind: 'select',
    columns: [
      { name: 'recipient', is: column('f', internal.id) },
      { name: 'text', is: call('left', all, integer(200)) },
    ],
    from: { relation: file, alias: 'f' },
    where: call('matches-regex', all, text(lost)),
    orderBy: [{ by: column('f', internal.id) }],
  };
}
