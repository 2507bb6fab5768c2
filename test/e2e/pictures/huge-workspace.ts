import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Audience, audience } from '../../../core/model/audience';
import { type Campaign, campaign } from '../../../core/model/campaign';
import { type Endpoint, endpoint } from '../../../core/model/endpoint';
import { type Filter, filter } from '../../../core/model/filter';
import { type Query, query } from '../../../core/model/query';
import { entityName } from '../../../core/usecases/import/header';
import { copyTo, makeFullSample, muster, once } from '../support/sample-workspace';
import { addDocuments } from './add-documents';

const countries = ['ES', 'FR', 'DE', 'GB', 'US', 'PT', 'IT', 'NL'];
const topics = [
  'Loyalty movements',
  'Call centre contacts',
  'Newsletter clicks',
  'Returns and complaints',
  'Store visits',
  'Price agreements',
];
const markets = ['Spain and Portugal', 'France', 'Germany, Austria and Switzerland', 'United Kingdom', 'United States', 'Benelux'];
const line =
  'Everybody who visited one of our houses more than twice since last spring and has not complained about a delivery in the meantime. ';

const wideFile = 'Everything that is known of a customer, one line each, as the warehouse exports it every night';

const many = (n: number) => Array.from({ length: n }, (_, i) => i);
const of = (words: readonly string[], i: number) => words[i % words.length] ?? '';
const nameOf = (kind: string, i: number) =>
  `${kind} ${i + 1}: ${of(topics, i).toLowerCase()}, ${of(markets, Math.floor(i / topics.length))}`;

const csv = (rows: readonly (readonly (string | number)[])[]) => rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');

/** Files by the name of their entity: many small ones, and one that is as wide as exports become. */
function files(): [entity: string, text: string][] {
  const small = many(36).map((i): [string, string] => {
    const columns = ['movement id', 'customer_id', 'happened at', 'remark of the agent, as it was typed'];
    const rows = many(120).map((n) => [
      `${i}-${n}`,
      `C${String(n + 1).padStart(7, '0')}`,
      `2026-0${1 + (n % 9)}-11 10:00:00`,
      n % 7 === 0 ? '' : line,
    ]);
    return [`${of(topics, i)} ${of(markets, Math.floor(i / topics.length))}`, csv([columns, ...rows])];
  });
  const names = many(240).map((i) => (i === 0 ? 'customer_id' : `${of(topics, i)}, ${of(markets, i)}: number in month ${i} (net)`));
  const wide = many(300).map((n) => names.map((_, i) => (i === 0 ? `C${String(n + 1).padStart(7, '0')}` : (n * 7919 * i) % 100_003)));
  return [...small, [wideFile, csv([names, ...wide])]];
}

const inCountry = (i: number) => ({
  kind: 'attribute' as const,
  attribute: 'country',
  test: { op: 'equals' as const, value: of(countries, i) },
});

const audiences: readonly Audience[] = many(60).map((i) =>
  audience.parse({
    format: 1,
    id: `audience-${i}`,
    name: nameOf('Audience', i),
    dimension: i % 5 === 4 ? 'orders' : 'customers',
    definition:
      i % 5 === 4
        ? { kind: 'sql', sql: `SELECT order_id FROM orders WHERE total > ${i}` }
        : { kind: 'rule', rule: i % 3 === 0 ? { kind: 'all', rules: many(14).map(inCountry) } : inCountry(i) },
  }),
);

const filters: readonly Filter[] = many(40).map((i) =>
  filter.parse({
    format: 1,
    id: `filter-${i}`,
    name: nameOf('Filter', i),
    entity: 'customers',
    parameters: many(i % 6).map((n) => ({ name: `value_that_is_asked_for_${n + 1}`, type: 'text', value: 'ES' })),
    rule:
      i % 6 === 0
        ? inCountry(i)
        : { kind: 'attribute', attribute: 'country', test: { op: 'equals', value: { variable: 'value_that_is_asked_for_1' } } },
  }),
);

const queries: readonly Query[] = many(60).map((i) =>
  query.parse({
    format: 1,
    id: `query-${i}`,
    name: nameOf('Query', i),
    kind: 'sql',
    sql: `SELECT * FROM customers WHERE country = '${of(countries, i)}'`,
  }),
);

const endpoints: readonly Endpoint[] = many(12).map((i) =>
  endpoint.parse({
    format: 1,
    id: `endpoint-${i}`,
    name: nameOf('Endpoint', i),
    url: `https://delivery-${i}.campaigns.example/regions/europe-west/tenants/the-tea-house/packages?version=2026-11&part=${i}`,
    secret: `endpoint-${i}`,
  }),
);

/** One after the other down to messages, with every name as long as names become. */
function large(): Campaign {
  const steps = many(120);
  const label = (i: number) => `${nameOf('Step', i)}, but for those who were asked already`;
  const activities = steps.map((i) =>
    i % 10 === 0
      ? {
          id: `step-${i}`,
          type: 'build-audience',
          label: label(i),
          dimension: 'customers',
          note: line.repeat(6),
          rule: { kind: 'any', rules: many(16).map(inCountry) },
        }
      : {
          id: `step-${i}`,
          type: 'sample',
          label: label(i),
          complement: i % 3 === 0,
          method: { kind: 'random', size: { kind: 'percent', percent: 95 } },
        },
  );
  return campaign.parse({
    format: 1,
    id: 'large',
    name: `${nameOf('Campaign', 40)} and every market in which it was asked for since`,
    description: line.repeat(4),
    seed: 'large',
    flow: {
      activities,
      transitions: steps.filter((i) => i % 10 !== 0).map((i) => ({ from: `step-${i - 1}`, output: 'out', to: `step-${i}`, input: 0 })),
    },
    variables: many(12).map((i) => ({ name: `value_for_the_market_${i + 1}`, type: 'text', value: line.slice(0, 60) })),
    notes: { why: { role: 'decision', text: line.repeat(3) } },
    groups: { first: { title: nameOf('Group', 1), members: steps.slice(0, 10).map((i) => `step-${i}`) } },
    layout: Object.fromEntries([
      ...steps.map((i): [string, object] => [`step-${i}`, { x: (i % 10) * 304, y: Math.floor(i / 10) * 160 }]),
      ['why', { x: 0, y: -220 }],
    ]),
  });
}

const campaigns: readonly Campaign[] = [
  large(),
  ...many(40).map((i) =>
    campaign.parse({
      format: 1,
      id: `campaign-${i}`,
      name: nameOf('Campaign', i),
      ...(i % 3 === 0 ? { description: line.repeat(2) } : {}),
      seed: String(i),
      flow: { activities: [{ id: 'all', type: 'build-audience', dimension: 'customers', rule: inCountry(i) }], transitions: [] },
      layout: { all: { x: 0, y: 0 } },
    }),
  ),
];

function make(workspace: string): void {
  makeFullSample(workspace);
  const folder = mkdtempSync(path.join(tmpdir(), 'muster-huge-'));
  try {
    const written = files().map(([entity, text]) => {
      const file = path.join(folder, `${entity}.csv`);
      writeFileSync(file, text);
      return file;
    });
    muster('import', workspace, ...written);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  addDocuments(workspace, { campaigns, audiences, filters, queries, endpoints });
  for (const hour of ['08', '09', '10']) muster('run', workspace, 'autumn-return', '--confirm', '--as-of', `2026-11-20T${hour}:00:00Z`);
}

/** A workspace that has been used for years: much of everything, with long names. @returns its folder */
export function copyHuge(home: string): string {
  return copyTo(home, once('huge', make));
}

export const hugeNames = {
  wide: entityName(`${wideFile}.csv`),
  campaign: large().name,
};
