import { AppError } from '../base/errors';
import { canonicalJson, sha256Hex } from '../base/hashing';
import { type Place, problem } from '../base/problems';
import { kindOf } from '../flow/activities/kinds';
import type { Counted } from '../flow/dependencies';
import { incoming, orderFlow, outputsOf } from '../flow/graph';
import type { FileLoad, Lowering, Shape, StepOptions } from '../flow/lowering';
import { memorySchema } from '../flow/remembered';
import type { Activity } from '../model/activity';
import { asOfIn } from '../segment/as-of';
import { allLeaves, type Read, readsOf, rowAlias } from '../segment/condition';
import { labelsInSql } from '../segment/labels-in-sql';
import { allColumns, type Column, entityTable, type Population } from '../segment/population';
import { type Compilation, newCompilation } from '../segment/scope';
import { type Binding, declare } from '../segment/variables';
import type { Assessment } from '../send/request';
import { withPlainAliases } from '../sql/aliases';
import { audienceSchema } from '../sql/audiences-in-sql';
import { duckdb } from '../sql/dialect/duckdb';
import { dataTypeOf } from '../sql/dialect/duckdb-types';
import { printQuery } from '../sql/print';
import { type Query, type Select, type Table, tablesOf, writtenIn } from '../sql/query';
import { emptyInputs } from './empty-inputs';
import { entityVersions } from './entity-versions';
import { type Plan, type PlanRequest, type Step, worktableSchema } from './plan';
import { sourcesOf } from './sources';
import { Steering } from './steering';
import { withGiven } from './with-given';

/** Turns a campaign into steps. Finds every problem on the way; what depends on a broken activity is left out. */
export async function planCampaign(request: PlanRequest): Promise<Plan> {
  const { campaign } = request;
  const { audiences, filters, workspace } = request;
  const variables = new Map<string, Binding>();
  const compilation = newCompilation(request.model, asOfIn(request.asOf, workspace.zone), {
    audiences,
    filters,
    profile: workspace.profile,
    variables,
  });
  declare(withGiven(campaign.variables ?? [], request.given ?? {}, compilation.problems), variables, compilation.problems);
  const { order, problems } = orderFlow(campaign.flow, campaign.variables);
  compilation.problems.push(...problems);
  const planner = new Planner(request, compilation, variables);
  for (const activity of order) await planner.lower(activity);
  return { request, compilation, ...planner.made, problems: compilation.problems };
}

class Planner {
  private readonly steering: Steering;
  readonly made: Pick<Plan, 'loads' | 'steps' | 'outputs' | 'lowerings' | 'assessments' | 'readKeys'> = {
    loads: [],
    steps: [],
    outputs: [],
    lowerings: new Map(),
    assessments: [],
    readKeys: new Map(),
  };

  constructor(
    private readonly request: PlanRequest,
    private readonly compilation: Compilation,
    private readonly variables: Map<string, Binding>,
  ) {
    this.steering = new Steering(request.campaign, compilation, (of) => this.populationOf(of));
  }

  private populationOf({ activity, output }: Counted): Population | undefined {
    return this.made.outputs.find((o) => o.activity === activity && o.output === output)?.population;
  }

  async lower(activity: Activity): Promise<void> {
    const inputs = this.inputsOf(activity);
    if (!inputs) return;
    const before = this.made.steps.length;
    const lowering = this.loweringOf(activity, inputs);
    const lowered = await kindOf(activity).lower(activity, lowering);
    if (!(await this.checkWritten())) {
      this.made.steps.length = before;
      return;
    }
    if (!lowered) return;
    this.made.lowerings.set(activity.id, lowering);
    for (const output of outputsOf(activity)) {
      const population = lowered[output];
      if (population) this.made.outputs.push({ activity: activity.id, output, population });
    }
    this.steering.bind(activity.id, this.variables);
  }

  /** `undefined` while an input is missing or broken; that problem is already reported where it belongs. */
  private inputsOf(activity: Activity): Population[] | undefined {
    const arrows = incoming(this.request.campaign.flow, activity.id);
    const { min, max } = kindOf(activity).inputs;
    if (arrows.length < min || arrows.length > max) return undefined;
    const found = arrows.map((t) => this.populationOf({ activity: t.from, output: t.output }));
    const inputs = found.filter((p): p is Population => p !== undefined);
    return inputs.length < arrows.length ? undefined : inputs;
  }

  private loweringOf(activity: Activity, inputs: Population[]): Lowering {
    const place: Place = ['activities', activity.id];
    return {
      compilation: this.compilation,
      place,
      campaign: this.request.campaign,
      workspace: this.request.workspace,
      audiences: this.request.audiences,
      memory: this.request.memory ?? [],
      inputs,
      along: this.steering.along(activity.id),
      counted: (of, at) => this.steering.counted(of, at),
      decide: (output, when) => this.steering.decide({ activity: activity.id, output }, when),
      step: (name, query, shape, options) => this.step(activity, place, name, query, shape, options ?? {}),
      load: (file, shape) => this.load(activity, place, file, shape),
      assessed: (assessment: Assessment, table: Table) => this.made.assessments.push({ activity: activity.id, assessment, table }),
      describe: (sql, named) => this.describe(sql, named, place),
      ...(this.request.parse ? { parse: this.request.parse } : {}),
    };
  }

  private step(
    activity: Activity,
    place: Place,
    name: string,
    query: Query,
    shape: Shape,
    { verifyKey = false, sameRows, gathered }: StepOptions,
  ): Population {
    const sql = printQuery(withPlainAliases(query), duckdb);
    const reads = tablesOf(query).filter((t) => t.schema === worktableSchema);
    const hash = sha256Hex(canonicalJson({ sql, versions: this.versions(query) }));
    const table: Table = { kind: 'table', schema: worktableSchema, name: `w_${hash.slice(0, 24)}` };
    for (const part of gathered ? [...allLeaves(gathered), ...gathered.values.flatMap((v) => readsOf(v.value))] : [])
      this.nameRead(part, shape.dimension);
    const population = { ...shape, table, ...(gathered ? { gathered } : {}) };
    const step: Step = {
      activity: activity.id,
      name,
      table,
      hash,
      sql,
      query,
      population,
      ...(sameRows ? { sameRows: sameRows.table.name } : {}),
      reads: reads.map((t) => t.name),
      sources: sourcesOf(query, this.request.model),
      written: writtenIn(query),
      verifyKey,
      place,
    };
    if (!this.made.steps.some((s) => s.table.name === table.name)) this.made.steps.push(step);
    return population;
  }

  /** The table's name covers the file and how it is read, as a step's covers its data. */
  private async load(activity: Activity, place: Place, file: FileLoad, shape: Shape): Promise<Population | undefined> {
    try {
      const { bytes, modified } = await this.request.stamp(file.source.path);
      const hash = sha256Hex(canonicalJson({ file, bytes, modified }));
      const table: Table = { kind: 'table', schema: worktableSchema, name: `w_${hash.slice(0, 24)}` };
      const columns = [...shape.key, ...shape.columns];
      if (!this.made.loads.some((l) => l.table.name === table.name))
        this.made.loads.push({ activity: activity.id, table, file, stamp: { bytes, modified }, columns, place });
      return { ...shape, table };
    } catch (error) {
      return this.failed(error, place);
    }
  }

  private failed(error: unknown, place: Place): undefined {
    if (!(error instanceof AppError)) throw error;
    this.compilation.problems.push(problem(error.code, place, error.details));
    return undefined;
  }

  private nameRead(part: Read, dimension: string): void {
    if (this.made.readKeys.has(part)) return;
    const rows: Select = {
      kind: 'select',
      columns: [{ name: 'is', is: part.kind === 'leaf' ? part.where : part.is }],
      from: { relation: entityTable(dimension), alias: rowAlias },
      joins: part.joins,
    };
    const text = canonicalJson({ sql: printQuery(withPlainAliases(rows), duckdb), versions: this.versions(rows) });
    this.made.readKeys.set(part, sha256Hex(text));
  }

  /** Which data the step sees. */
  private versions(query: Query): Record<string, string> {
    const read = tablesOf(query);
    const snapshots = this.request.audiences.flatMap((a) => (a.definition.kind === 'snapshot' ? [a.definition] : []));
    const others = Object.fromEntries([
      ...snapshots
        .filter((s) => read.some((t) => t.schema === 'audience' && t.name === s.table))
        .map((s) => [`audience.${s.table}`, s.takenAt]),
      ...(this.request.memory ?? [])
        .filter((m) => read.some((t) => t.schema === memorySchema && t.name === m.table))
        .map((m) => [`${memorySchema}.${m.table}`, `${m.version} ${m.run}`]),
    ]);
    return { ...entityVersions(query, this.request.model.entities), ...others };
  }

  private async describe(
    sql: string,
    inputs: readonly { name: string; population: Population }[],
    place: Place,
  ): Promise<Column[] | undefined> {
    const { audiences, model } = this.request;
    const snapshots = audiences.flatMap(({ definition: d }) => (d.kind === 'snapshot' ? [`${audienceSchema}.${d.table}`] : []));
    const tables = [...model.entities.map((e) => e.name), ...snapshots];
    const columns = await this.columnsOf(sql, tables, emptyInputs(inputs), [...place, 'sql']);
    const read = { model, audiences, inputs: inputs.map((i) => ({ name: i.name, columns: allColumns(i.population) })) };
    const names = columns?.map((c) => c.name) ?? [];
    const labels = await labelsInSql(sql, names, read, this.request.parse);
    return columns?.map((c, i) => ({ ...c, ...(labels[i] === undefined ? {} : { personal: labels[i] }) }));
  }

  /** SQL a person wrote inside the rules just compiled: none of their steps is kept when there is anything wrong with it. */
  private async checkWritten(): Promise<boolean> {
    const { problems, written } = this.compilation;
    const before = problems.length;
    for (const { sql, tables, place, judge, lineOf } of written.splice(0)) {
      const columns = await this.columnsOf(sql, tables, '', place, lineOf);
      if (columns) judge(columns);
    }
    return problems.length === before;
  }

  private async columnsOf(
    sql: string,
    tables: readonly string[],
    preface: string,
    place: Place,
    lineOf = (line: number) => line,
  ): Promise<Column[] | undefined> {
    try {
      const columns = await this.request.describe(sql, tables, preface);
      return columns.map((c) => ({ name: c.name, ...dataTypeOf(c.type) }));
    } catch (error) {
      if (!(error instanceof AppError) || typeof error.details.line !== 'number') return this.failed(error, place);
      return this.failed(new AppError(error.code, { ...error.details, line: lineOf(error.details.line) }, { cause: error }), place);
    }
  }
}
