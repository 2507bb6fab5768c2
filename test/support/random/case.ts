import fc from 'fast-check';
import type { Flow } from '../../../core/model/activity';
import type { Audience } from '../../../core/model/audience';
import type { Filter } from '../../../core/model/filter';
import type { Variable } from '../../../core/model/variable';
import { asOfIn } from '../../../core/segment/as-of';
import { evaluateFlow } from '../evaluator/flow';
import type { Handed } from '../evaluator/handed';
import type { Data, World } from '../evaluator/rows';
import { randomModel, randomWorkspace, workspaceOf } from './model';
import type { Earlier, Parts } from './parts';
import { seed } from './seed';
import { shown } from './shown';

export class Case implements Parts {
  readonly asOf: string;
  readonly data: Data;
  readonly snapshots: Data;
  readonly files: Data;
  readonly audiences: readonly Audience[];
  readonly filters: readonly Filter[];
  readonly variables: readonly Variable[];
  readonly memory: Readonly<Record<string, Earlier>>;
  readonly flow: Flow;

  /** @param whole as generated, so that a problem in it is a mistake; what was cut smaller may have some */
  constructor(
    parts: Parts,
    readonly whole: boolean,
  ) {
    this.asOf = parts.asOf;
    this.data = parts.data;
    this.snapshots = parts.snapshots;
    this.files = parts.files;
    this.audiences = parts.audiences;
    this.filters = parts.filters;
    this.variables = parts.variables;
    this.memory = parts.memory;
    this.flow = parts.flow;
  }

  [fc.toStringMethod](): string {
    return shown(this);
  }
}

export function worldOf({ asOf, data, snapshots, files, audiences, filters, variables, memory }: Omit<Parts, 'flow'>): World {
  const { today } = asOfIn(asOf, randomWorkspace.zone);
  return {
    model: randomModel,
    workspace: workspaceOf(data),
    data,
    snapshots,
    files,
    audiences,
    filters,
    variables: Object.fromEntries(variables.flatMap((v) => (v.value === undefined ? [] : [[v.name, v.value]]))),
    counts: variables.flatMap((v) => (v.count ? [{ name: v.name, ...v.count }] : [])),
    memory: inWallTime(memory),
    now: wallTime(asOf),
    today,
  };
}

/** What the contract says, or nothing where a case that was cut smaller says nothing. */
export function evaluated(of: Case): Map<string, Handed> | undefined {
  try {
    return evaluateFlow(worldOf(of), of.flow, seed);
  } catch (error) {
    if (of.whole) throw error;
    return undefined;
  }
}

export function inWallTime(memory: Parts['memory']): World['memory'] {
  const told = (m: Earlier) => ({ now: wallTime(m.asOf), passed: m.passed.map((p) => ({ key: p.key, at: wallTime(p.asOf) })) });
  return Object.fromEntries(Object.entries(memory).map(([activity, m]) => [activity, told(m)]));
}

export const wallTime = (instant: string) => asOfIn(instant, randomWorkspace.zone).now.slice(0, 19);
