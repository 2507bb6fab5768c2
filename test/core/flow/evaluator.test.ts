import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Flow } from '../../../core/model/activity';
import { campaign } from '../../../core/model/campaign';
import { planCampaign } from '../../../core/plan/plan-campaign';
import type { Connection } from '../../../core/ports/engine';
import { asOfIn } from '../../../core/segment/as-of';
import { bothEngines } from '../../support/engines';
import { evaluateFlow, type People } from '../../support/evaluator/flow';
import { randomFlow, randomRule } from '../../support/evaluator/random-flow';
import { loadRandom, randomData, randomModel } from '../../support/evaluator/random-shop';
import type { Data, World } from '../../support/evaluator/rows';
import { hold } from '../../support/hold';
import { noFiles } from '../../support/no-files';
import { shopAsOf, shopWorkspace } from '../../support/shop';

const runs = process.env.MUSTER_LONG ? 1500 : 60;
const { now, today } = asOfIn(shopAsOf, shopWorkspace.zone);
const worldOf = (data: Data): World => ({ model: randomModel, data, now: now.slice(0, 19), today });

async function compiled(connection: Connection, flow: Flow): Promise<Map<string, string[]>> {
  const document = campaign.parse({ format: 1, id: 'random', name: 'Random', seed: 'salt', flow });
  const plan = await planCampaign({
    campaign: document,
    workspace: shopWorkspace,
    model: randomModel,
    audiences: [],
    filters: [],
    asOf: shopAsOf,
    describe: async () => [],
    stamp: noFiles,
  });
  expect(plan.problems).toEqual([]);
  for (const step of plan.steps) await connection.run(`CREATE OR REPLACE TABLE work.${step.table.name} AS ${step.sql}`);
  const found = new Map<string, string[]>();
  for (const { activity, output, population } of plan.outputs) {
    const columns = [...population.key, ...population.columns].map((c) => `"${c.name}"`);
    const page = await connection.query(`SELECT ${columns.join(', ')} FROM work.${population.table.name}`, { limit: 1000 });
    found.set(
      `${activity}:${output}`,
      Array.from({ length: page.rows }, (_, r) => JSON.stringify(page.columns.map((c, i) => [c.name, page.values[i]?.[r]]))).sort(),
    );
  }
  return found;
}

function told(people: People): string[] {
  return people.rows.map((p) => JSON.stringify([...Object.entries(p.key), ...people.columns.map((c) => [c, p.added[c] ?? null])])).sort();
}

describe.each(bothEngines)('compiled SQL and the contract agree on %s', (_kind, withEngine) => {
  let connection: Connection;
  let release: () => Promise<void>;
  beforeAll(async () => {
    ({ connection, release } = await hold(withEngine));
    await connection.run('CREATE SCHEMA work');
  });
  afterAll(() => release());

  const agree = async (data: Data, flow: Flow) => {
    await loadRandom(connection, data);
    const found = await compiled(connection, flow);
    const expected = evaluateFlow(worldOf(data), flow, 'salt');
    for (const [transition, rows] of found) {
      expect(rows, transition).toEqual(told(expected.get(transition) ?? { dimension: '', columns: [], rows: [] }));
    }
    return found;
  };

  it(`on random rules over customers, orders and lines`, { timeout: 600_000 }, async () => {
    const entity = fc.constantFrom('customers', 'orders', 'lines');
    const single = entity.chain((dimension) =>
      randomRule(dimension, 3).map(
        (rule): Flow => ({ activities: [{ id: 'a', type: 'build-audience', dimension, rule, complement: true }], transitions: [] }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(randomData, single, async (data, flow) => {
        await agree(data, flow);
      }),
      { numRuns: runs * 2 },
    );
  });

  it('on random flows, whose complements and splits add up', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(randomData, randomFlow, async (data, flow) => {
        const found = await agree(data, flow);
        const size = (transition: string) => found.get(transition)?.length ?? Number.NaN;
        for (const activity of flow.activities) {
          const input = flow.transitions.find((t) => t.to === activity.id);
          if (!input || activity.type === 'combine' || activity.type === 'enrich' || activity.type === 'change-dimension') continue;
          const outputs = activity.type === 'split' ? activity.subsets.map((s) => s.id) : ['out'];
          const sum = [...outputs, 'complement'].reduce((total, output) => total + size(`${activity.id}:${output}`), 0);
          expect(sum, activity.id).toBe(size(`${input.from}:${input.output}`));
        }
      }),
      { numRuns: runs },
    );
  });
});
