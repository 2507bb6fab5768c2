import type { Activity, Flow } from '../../../core/model/activity';
import { campaign } from '../../../core/model/campaign';
import type { DataModel } from '../../../core/model/entity';
import { Case } from './case';
import { randomModel } from './model';
import type { Parts } from './parts';
import { seed } from './seed';

type Cut = (of: Parts) => Generator<Partial<Parts>>;

const cuts: Cut[] = [fewerActivities, fewerDocuments, fewerMemories, fewerRows, simplerActivities, emptierRows];

/** Cases with something taken away, the most first; what helped last comes first again. Not all of them make sense. */
export function* smaller(of: Case, helped: number): Generator<{ smaller: Case; helped: number }> {
  for (let i = 0; i < cuts.length; i++) {
    const at = (helped + i) % cuts.length;
    for (const change of cuts[at]?.(of) ?? []) {
      const parts = { ...of, ...change };
      const document = campaign.safeParse({ format: 1, id: 'random', name: 'Random', seed, flow: parts.flow });
      if (document.success) yield { smaller: new Case({ ...parts, flow: document.data.flow }, false), helped: at };
    }
  }
}

/** The case before its last activities were drawn, of every other flow that has several. */
export function beforeAnEdit(of: Case): Case | undefined {
  const { activities, transitions } = of.flow;
  if (activities.length < 4 || activities.length % 2 === 1) return undefined;
  const left = activities.slice(0, Math.ceil(activities.length / 2));
  const there = new Set(left.map((a) => a.id));
  const flow = { activities: left, transitions: transitions.filter((t) => there.has(t.to)) };
  return new Case({ ...of, flow, variables: of.variables.filter((v) => !v.count || there.has(v.count.activity)) }, of.whole);
}

/** The case before one entity was loaded anew, of every flow that has few activities or an odd number of them. */
export function beforeALoad(of: Case): { earlier: Case; model: DataModel; loaded: string } {
  const { entities } = randomModel;
  const loaded = entities[of.flow.activities.length % entities.length]?.name ?? '';
  const rows = (of.data[loaded] ?? []).filter((_, i) => i % 2 === 0);
  const model = { ...randomModel, entities: entities.map((e) => (e.name === loaded ? { ...e, dataVersion: e.dataVersion + 1 } : e)) };
  return { earlier: new Case({ ...of, data: { ...of.data, [loaded]: rows } }, of.whole), model, loaded };
}

function* fewerActivities({ flow: { activities, transitions } }: Parts): Generator<Partial<Parts>> {
  for (const { id } of activities) {
    const gone = new Set([id]);
    for (const a of activities) if (transitions.some((t) => t.to === a.id && gone.has(t.from))) gone.add(a.id);
    const left = transitions.filter((t) => !gone.has(t.from) && !gone.has(t.to));
    yield { flow: { activities: activities.filter((a) => !gone.has(a.id)), transitions: left } };
  }
  for (const { id } of activities) {
    const source = transitions.find((t) => t.to === id);
    if (!source) continue;
    const { from, output } = source;
    const rest = transitions.filter((t) => t.to !== id).map((t) => (t.from === id ? { ...t, from, output } : t));
    yield { flow: { activities: activities.filter((a) => a.id !== id), transitions: rest } };
  }
}

function* fewerDocuments(of: Parts): Generator<Partial<Parts>> {
  for (const field of ['audiences', 'filters', 'variables'] as const) {
    for (let i = 0; i < of[field].length; i++) yield { [field]: of[field].toSpliced(i, 1) };
  }
}

function* fewerMemories({ memory }: Parts): Generator<Partial<Parts>> {
  for (const [activity, { asOf, passed }] of Object.entries(memory)) {
    yield { memory: Object.fromEntries(Object.entries(memory).filter(([other]) => other !== activity)) };
    for (let i = 0; i < passed.length; i++) yield { memory: { ...memory, [activity]: { asOf, passed: passed.toSpliced(i, 1) } } };
  }
}

function* fewerRows(of: Parts): Generator<Partial<Parts>> {
  for (const field of ['data', 'snapshots', 'files'] as const) {
    const tables = of[field];
    for (const [table, rows] of Object.entries(tables)) if (rows.length > 1) yield { [field]: { ...tables, [table]: [] } };
    for (const [table, rows] of Object.entries(tables)) {
      for (let i = 0; i < rows.length; i++) yield { [field]: { ...tables, [table]: rows.toSpliced(i, 1) } };
    }
  }
}

function* simplerActivities({ flow }: Parts): Generator<Partial<Parts>> {
  for (const activities of variants(flow.activities)) yield { flow: { ...flow, activities: activities as Activity[] } satisfies Flow };
}

function* emptierRows({ data }: Parts): Generator<Partial<Parts>> {
  for (const [table, rows] of Object.entries(data)) {
    for (const name of Object.keys(rows[0] ?? {})) {
      if (rows.some((row) => row[name] !== null)) yield { data: { ...data, [table]: rows.map((row) => ({ ...row, [name]: null })) } };
    }
  }
  for (const [table, rows] of Object.entries(data)) {
    if (rows.length < 2) continue;
    for (const [i, row] of rows.entries()) {
      for (const [name, value] of Object.entries(row)) {
        if (value !== null) yield { data: { ...data, [table]: rows.with(i, { ...row, [name]: null }) } };
      }
    }
  }
}

/** Every way to leave out one element or field somewhere inside, or to put a rule's inside in its place. */
function* variants(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) yield value.toSpliced(i, 1);
    for (const [i, inner] of value.entries()) for (const other of variants(inner)) yield value.with(i, other);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if ('kind' in value) yield { kind: 'all', rules: [] };
  if ('rules' in value && Array.isArray(value.rules)) yield* value.rules;
  if ('rule' in value && 'kind' in value) yield value.rule;
  if ('where' in value) yield { ...value, where: { kind: 'all', rules: [] } };
  for (const name of Object.keys(value)) yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
  for (const [name, inner] of Object.entries(value)) for (const other of variants(inner)) yield { ...value, [name]: other };
}
