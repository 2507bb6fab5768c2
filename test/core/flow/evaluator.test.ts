import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../../core/ports/engine';
import { bothEngines } from '../../support/engines';
import { evaluateFlow } from '../../support/evaluator/flow';
import type { People } from '../../support/evaluator/people';
import { sortedByName, told } from '../../support/evaluator/told';
import { hold } from '../../support/hold';
import { whatDoesNotAddUp } from '../../support/random/adds-up';
import { cases } from '../../support/random/arbitrary';
import { type Case, worldOf } from '../../support/random/case';
import { type Compiled, compiled, load } from '../../support/random/compiled';
import { randomFlow, rulesOnly } from '../../support/random/generate';
import { seed as salt } from '../../support/random/seed';

const long = process.env.MUSTER_LONG === '1';
/** The same cases on every engine. */
const seed = Number(process.env.MUSTER_SEED ?? Date.now() % 2 ** 31);

/** What the contract says, or nothing where a case that was cut smaller says nothing. */
function evaluated(of: Case): Map<string, People> | undefined {
  try {
    const handed = evaluateFlow(worldOf(of), of.flow, salt);
    return new Map([...handed].map(([transition, { people }]) => [transition, people]));
  } catch (error) {
    if (of.whole) throw error;
    return undefined;
  }
}

function differences(found: Compiled['outputs'], expected: ReadonlyMap<string, People>): string[] {
  const names = [...new Set([...expected.keys(), ...found.keys()])];
  return names.flatMap((name) => {
    const [ours, theirs] = [found.get(name), expected.get(name)];
    if (!ours || !theirs) return [`${name} is ${ours ? 'not expected' : 'missing'}`];
    const columns = sortedByName(theirs.columns).map((c) => `${c.name} ${c.type}`);
    if (ours.dimension !== theirs.dimension || ours.columns.join() !== columns.join())
      return [`${name} has ${ours.dimension} with ${ours.columns}, not ${theirs.dimension} with ${columns}`];
    const wanted = told(theirs);
    if (JSON.stringify(wanted) === JSON.stringify(ours.rows)) return [];
    const [extra, lost] = [ours.rows.filter((r) => !wanted.includes(r)), wanted.filter((r) => !ours.rows.includes(r))];
    return [`${name} (${columns}) has ${extra.join(' ') || 'nothing else'} and lacks ${lost.join(' ') || 'nothing'}`];
  });
}

describe.each(bothEngines)('compiled SQL and the contract agree on %s', (_kind, withEngine) => {
  let connection: Connection;
  let release: () => Promise<void>;
  beforeAll(async () => {
    ({ connection, release } = await hold(withEngine));
  });
  afterAll(() => release());

  /** Problems of the case that is being cut smaller. */
  let complaints = '';
  const agrees = async (of: Case) => {
    const expected = evaluated(of);
    if (!expected) return;
    await load(connection, of, 'one');
    const { problems, outputs } = await compiled(connection, of);
    if (of.whole) complaints = problems.map((p) => p.code).join();
    if (problems.length > 0 && !of.whole && complaints !== problems.map((p) => p.code).join()) return;
    expect(problems).toEqual([]);
    const wrong = [...differences(outputs, expected), ...whatDoesNotAddUp(of.flow, outputs)];
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
  };

  it('on random rules', { timeout: 3_600_000 }, async () => {
    await fc.assert(fc.asyncProperty(cases(rulesOnly), agrees), { seed, numRuns: long ? 1500 : 60 });
  });

  it('on random flows', { timeout: 3_600_000 }, async () => {
    await fc.assert(fc.asyncProperty(cases(randomFlow), agrees), { seed, numRuns: long ? 4000 : 120 });
  });
});
