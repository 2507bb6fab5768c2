import type { Place, Problem } from '../base/problems';
import { incoming } from '../flow/graph';
import type { FileLoad, Lowering } from '../flow/lowering';
import type { Audience } from '../model/audience';
import type { Campaign } from '../model/campaign';
import type { DataModel } from '../model/entity';
import type { Filter } from '../model/filter';
import type { FoundMemory } from '../model/memory';
import type { Given } from '../model/variable';
import type { Workspace } from '../model/workspace';
import type { Read } from '../segment/condition';
import type { Column, Population } from '../segment/population';
import type { Compilation } from '../segment/scope';
import type { Assessment } from '../send/request';
import { type Query, type Table, tablesOf } from '../sql/query';

/** One result to compute and keep: `CREATE TABLE table AS sql`. */
export interface Step {
  activity: string;
  /** The output it stands for, or the name of a step on the way there. */
  name: string;
  table: Table;
  hash: string;
  sql: string;
  /** What `sql` says; no other query of the plan uses its aliases. */
  query: Query;
  population: Population;
  /** The worktable it has exactly the rows of, with other columns. */
  sameRows?: string;
  /** Names of the worktables it reads. */
  reads: string[];
  /** Tables of entities and of audience members it reads. */
  sources: Table[];
  /** SQL that people wrote in it. */
  written: string[];
  /** The key has to be checked once the rows are there, since a person wrote the SQL. */
  verifyKey: boolean;
  place: Place;
}

/** A file to be read into a worktable before the steps that read it. */
export interface Load {
  activity: string;
  table: Table;
  file: FileLoad;
  /** The file when the plan was made; one that has changed since is another file. */
  stamp: FileStamp;
  /** Columns of the table, the key first. */
  columns: Column[];
  place: Place;
}

export interface FileStamp {
  bytes: number;
  /** Milliseconds since 1970. */
  modified: number;
}

export interface PlanRequest {
  campaign: Campaign;
  workspace: Workspace;
  model: DataModel;
  audiences: readonly Audience[];
  filters: readonly Filter[];
  /** What earlier confirmed runs of the campaign left for its incremental queries. */
  memory?: readonly FoundMemory[];
  /** Values in place of those written for the campaign's variables. */
  given?: Given;
  /** UTC instant the run treats as now. */
  asOf: string;
  /**
   * Checks SQL a person wrote, which may read `tables`, and tells its columns. `preface` is a WITH clause that stands in
   * for its inputs. @throws AppError `sql-*`
   */
  describe(sql: string, tables: readonly string[], preface: string): Promise<{ name: string; type: string }[]>;
  /** Takes SQL apart, where the engine can; from it is told which columns hold personal data. */
  parse?(sql: string): Promise<unknown>;
  /** A file that the flow reads, as it is now. @throws AppError `import-*` when it cannot be read */
  stamp(path: string): Promise<FileStamp>;
}

/** A campaign as ordered steps. Equal steps of different activities are one. */
export interface Plan {
  request: PlanRequest;
  /** What the rules were compiled with. */
  compilation: Compilation;
  /** Files that steps read. */
  loads: Load[];
  steps: Step[];
  /** Populations by activity and output. */
  outputs: { activity: string; output: string; population: Population }[];
  /** What each activity was lowered with, by id. */
  lowerings: Map<string, Lowering>;
  /** The waterfall of each message. */
  assessments: { activity: string; assessment: Assessment; table: Table }[];
  /** What identifies a rule, or a value read beside a row, together with the data it asks. */
  readKeys: Map<Read, string>;
  problems: Problem[];
}

export const worktableSchema = 'work';

/** Names of the worktables that a query reads. */
export const worktablesIn = (query: Query): string[] => tablesOf(query).flatMap((t) => (t.schema === worktableSchema ? [t.name] : []));

export function outputOf(plan: Plan, activity: string, output: string): Population | undefined {
  return plan.outputs.find((o) => o.activity === activity && o.output === output)?.population;
}

/** The populations that arrive at an activity, by input number. */
export function inputsOf({ request, outputs }: Pick<Plan, 'request' | 'outputs'>, activity: string): Population[] {
  return incoming(request.campaign.flow, activity).flatMap(
    (t) => outputs.find((o) => o.activity === t.from && o.output === t.output)?.population ?? [],
  );
}
