import { expect } from 'vitest';
import { z } from 'zod';
import { ddlReport, linkProposal, reconciliation, refreshed } from '../../../core/model/data-report';
import { entity } from '../../../core/model/entity';
import { remembered } from '../../../core/model/memory';
import { instant } from '../../../core/model/names';
import { details, problem } from '../../../core/model/problem';
import { fileRecipe, loadModes } from '../../../core/model/recipe';
import { audienceDiff, audienceOverlap, audienceProfile, deliverySummary, saveChange, stepSql } from '../../../core/model/report';
import { exclusionCount, transitionCount, waterfall } from '../../../core/model/run';
import { raisedAlert, signal } from '../../../core/model/steering';
import { textExport, textImport } from '../../../core/model/text-project';
import { use } from '../../../core/model/use';
import { cell } from '../../../core/model/value';
import { given } from '../../../core/model/variable';
import { tracedRow } from '../../../core/model/why';
import { profileSettings } from '../../../core/model/workspace';
import { type Ended, muster } from '../../support/cli';

const count = z.number().int().nonnegative();
const said = { code: z.string(), details, says: z.string().min(1), hint: z.string().optional() };
const problems = z.array(
  z.strictObject({ severity: z.enum(['error', 'warning']), place: z.array(z.union([z.string(), z.number()])), ...said }),
);
const counts = z.array(transitionCount);
const waterfalls = z.array(waterfall.extend({ exclusions: z.array(exclusionCount.extend({ says: z.string().min(1) })) }));
const entities = z.array(z.strictObject({ name: z.string(), rows: count, rejected: count }));
const file = { file: z.string(), rows: count, bytes: count, sha256: z.string().length(64) };

const rows = {
  columns: z.array(z.strictObject({ name: z.string(), type: z.string() })),
  rows: z.array(z.array(cell)),
  offset: count,
  total: count,
};

const rehearsal = {
  campaign: z.string(),
  name: z.string(),
  asOf: z.string(),
  rehearsedAt: z.string(),
  counts,
  waterfalls,
  missing: z.array(z.strictObject({ activity: z.string(), field: z.string(), rows: count, required: z.boolean() })),
  files: z.array(z.strictObject({ activity: z.string(), file: z.string(), rows: count, sendAt: instant.nullable() })),
  saves: z.array(saveChange.extend({ activity: z.string() })),
  skipped: z.array(z.string()),
  alerts: z.array(raisedAlert),
  signals: z.array(signal),
  get chained(): z.ZodArray<typeof chained> {
    return z.array(chained);
  },
};
const chained = z.strictObject(rehearsal);

function shape<K extends string, S extends z.ZodRawShape>(kind: K, fields: S) {
  return z.strictObject({ format: z.literal(1), kind: z.literal(kind), ...fields });
}

const imported = {
  files: z.array(
    z.strictObject({
      path: z.string(),
      fileFormat: z.string(),
      bytes: count,
      dialect: fileRecipe.shape.source.shape.dialect.unwrap().nullable(),
      confidence: z.enum(['strict', 'broken', 'tolerant']).nullable(),
      member: z.string().nullable(),
      sheet: z.string().nullable(),
      load: z.string(),
      entity,
      mode: z.enum(loadModes),
      read: count,
      loaded: count,
      rejected: count,
      added: count,
      changed: count,
      unchanged: count,
      deleted: count,
      recipe: fileRecipe,
      committed: z.boolean(),
    }),
  ),
  rejects: z.string().optional(),
  refused: z.string().optional(),
  unloaded: z.array(z.string()).optional(),
};

/** What README.md of the command line promises, by kind. */
export const shapes = {
  error: shape('error', {
    ...said,
    rehearsal: z.strictObject(rehearsal).optional(),
    import: z.strictObject(imported).optional(),
    problems: problems.optional(),
  }),
  demo: shape('demo', {
    folder: z.string(),
    milliseconds: count,
    workspace: z.string(),
    entities,
    campaign: z.string(),
    asOf: z.string(),
    counts,
    waterfalls,
    deliveries: z.array(deliverySummary),
    mail: z.array(
      z.strictObject({
        manifest: z.string(),
        message: z.string(),
        counts: z.strictObject({ in: count, excluded: z.array(exclusionCount), seeds: count, out: count }),
        balances: z.boolean(),
        files: z.array(z.strictObject({ ...file, intact: z.boolean() })),
      }),
    ),
    endpoint: z.strictObject({ messages: count, sentTwice: count }),
  }),
  workspace: shape('workspace', { folder: z.string(), name: z.string(), zone: z.string(), entities, campaigns: z.array(z.string()) }),
  import: shape('import', { ...imported, problems }),
  refresh: shape('refresh', { entities: z.array(refreshed), problems }),
  model: shape('model', {
    entities: z.array(entity),
    links: z.array(linkProposal),
    profile: profileSettings.nullable(),
    ...reconciliation.shape,
  }),
  ddl: shape('ddl', { ...ddlReport.shape, problems }),
  proposals: shape('proposals', { proposals: z.array(linkProposal), saved: count, problems }),
  rows: shape('rows', rows),
  'sql-entity': shape('sql-entity', { entity }),
  file: shape('file', { file: z.string(), fileFormat: z.enum(['csv', 'json', 'parquet']), rows: count, bytes: count }),
  'audience-count': shape('audience-count', {
    audience: z.strictObject({ id: z.string(), name: z.string(), dimension: z.string(), definition: z.enum(['rule', 'sql', 'snapshot']) }),
    asOf: z.string(),
    rows: count,
    change: saveChange.optional(),
  }),
  'audience-change': shape('audience-change', { asOf: z.string(), change: saveChange }),
  'audience-removed': shape('audience-removed', { audience: z.string() }),
  'audience-uses': shape('audience-uses', { audience: z.string(), uses: z.array(use) }),
  'audience-diff': shape('audience-diff', {
    ...audienceDiff.shape,
    part: z.enum(['entered', 'left', 'stayed']).optional(),
    rows: z.strictObject(rows).optional(),
  }),
  'audience-overlap': shape('audience-overlap', {
    ...audienceOverlap.shape,
    inside: z.array(z.string()).optional(),
    rows: z.strictObject(rows).optional(),
  }),
  'audience-profile': shape('audience-profile', audienceProfile.shape),
  'text-schemas': shape('text-schemas', { folder: z.string(), written: z.array(z.string()) }),
  'text-export': shape('text-export', { folder: z.string(), ...textExport.shape }),
  'text-import': shape('text-import', { folder: z.string(), dryRun: z.boolean(), ...textImport.shape }),
  check: shape('check', { campaign: z.string(), errors: count, warnings: count, problems }),
  counts: shape('counts', { campaign: z.string(), asOf: z.string(), counts, reused: count, computed: count, problems }),
  rehearsal: shape('rehearsal', { ...rehearsal, problems }),
  why: shape('why', { campaign: z.string(), asOf: z.string(), rows: z.array(tracedRow).min(1), problems }),
  run: shape('run', {
    run: z.string(),
    campaign: z.string(),
    asOf: z.string(),
    counts,
    waterfalls,
    deliveries: z.array(deliverySummary),
    exports: z.array(z.string()),
    variables: given,
    alerts: z.array(raisedAlert),
    signals: z.array(signal.extend({ run: z.string().optional(), problem: problem.optional() })),
    problems,
  }),
  memory: shape('memory', { campaign: z.string(), queries: z.array(remembered) }),
  export: shape('export', {
    campaign: z.string(),
    out: z.string(),
    messages: z.array(
      z.strictObject({ message: z.string(), folder: z.string(), files: z.array(z.strictObject(file)), seeds: count, manifest: z.string() }),
    ),
  }),
  sync: shape('sync', { endpoint: z.string(), deliveries: z.array(deliverySummary), deliveredBefore: count, problems }),
  steps: shape('steps', {
    campaign: z.string(),
    asOf: z.string(),
    dialect: z.literal('duckdb'),
    steps: z.array(stepSql),
    problems,
  }),
  serve: shape('serve', { url: z.string(), folder: z.string() }),
  endpoint: shape('endpoint', { url: z.string(), dir: z.string(), secret: z.string().optional() }),
};

/** The one document on stdout, held against its shape. */
export function documentIn<T extends z.ZodType>(expected: T, stdout: string): z.output<T> {
  return expected.parse(JSON.parse(stdout));
}

/** Runs a command with `--json` and expects it to end well. */
export async function done<T extends z.ZodType>(expected: T, ...args: string[]): Promise<z.output<T>> {
  const { code, stdout, stderr } = await muster(...args, '--json');
  expect({ code, failure: code === 0 ? '' : stdout + stderr }).toEqual({ code: 0, failure: '' });
  return documentIn(expected, stdout);
}

/** Runs a command with `--json` and expects it to fail with a code and words; nobody sees a stack trace. */
export async function refused(exit: number, code: string, ...args: string[]): Promise<z.output<typeof shapes.error>> {
  const ended = await muster(...args, '--json');
  return refusedWith(exit, code, ended);
}

export function refusedWith(exit: number, code: string, ended: Ended): z.output<typeof shapes.error> {
  expect({ code: ended.code, lines: ended.stdout.trim().split('\n').length }, ended.stdout + ended.stderr).toEqual({
    code: exit,
    lines: 1,
  });
  expect(ended.stderr).not.toMatch(/\n\s+at /);
  const error = documentIn(shapes.error, ended.stdout);
  expect(error.code).toBe(code);
  return error;
}
