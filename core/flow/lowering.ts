import type { Place } from '../base/problems';
import type { Activity, ActivityOf, ActivityType } from '../model/activity';
import type { Audience } from '../model/audience';
import type { Campaign } from '../model/campaign';
import type { Entity } from '../model/entity';
import type { FoundMemory } from '../model/memory';
import type { FileColumn, FileSource } from '../model/recipe';
import type { Workspace } from '../model/workspace';
import { allLeaves, expressionOf, type Gathered, joinsOf, readsOf, rowAlias, valueExpression } from '../segment/condition';
import {
  allColumns,
  type Column,
  complementOf,
  entityTable,
  fileRows,
  findEntity,
  keyColumns,
  type Population,
} from '../segment/population';
import { type Compilation, populationScope, report, type Scope } from '../segment/scope';
import { uniqueNames } from '../segment/unique-names';
import type { Assessment } from '../send/request';
import { column, truth } from '../sql/expression';
import type { Expression, Output, Query, Select, Table } from '../sql/query';

import type { Counted } from './dependencies';
import type { When } from './when';

/** What rows a step makes: one per key of the dimension. */
export type Shape = Pick<Population, 'dimension' | 'key' | 'columns' | 'known' | 'file' | 'bound'>;

export interface StepOptions {
  /** A person wrote the SQL: its key has to be checked once the rows are there. */
  verifyKey?: boolean;
  /** The step has exactly the rows of that population, with more columns. */
  sameRows?: Population;
  /** The same rows as a condition over the dimension's entity. */
  gathered?: Gathered;
}

/** How a file is read. */
export interface FileLoad {
  source: FileSource;
  columns: readonly FileColumn[];
  /** Refused records beyond which it is an error. */
  tolerate?: number;
  /** What the table calls the columns that say why a record was refused; they are empty for the others. */
  refusal: { column: string; value: string; reason: string; refused: string };
}

/** What an activity may use while it is turned into steps. */
export interface Lowering {
  compilation: Compilation;
  place: Place;
  campaign: Campaign;
  workspace: Workspace;
  audiences: readonly Audience[];
  /** What the incremental queries of the campaign remember. */
  memory: readonly FoundMemory[];
  inputs: Population[];
  /** Whether a run comes along each input. */
  along: When[];
  /** A transition that was lowered before; reports a problem and gives `undefined` when there is none such that runs. */
  counted(of: Counted, place: Place): Population | undefined;
  /** Says when a run goes on from an output of this activity. */
  decide(output: string, when: When): void;
  /** Adds a step whose rows are stored under a name of this activity; equal steps are stored once. */
  step(name: string, query: Query, shape: Shape, options?: StepOptions): Population;
  /** Adds a file to be read when the flow runs; reports a problem and gives `undefined` when it is not there. */
  load(file: FileLoad, shape: Shape): Promise<Population | undefined>;
  /** Keeps the waterfall of a message, so that it can be counted, frozen and exported. */
  assessed(assessment: Assessment, table: Table): void;
  /** Columns of SQL a person wrote over these inputs; reports a problem and gives `undefined` when it is no valid SELECT. */
  describe(sql: string, inputs: readonly { name: string; population: Population }[]): Promise<Column[] | undefined>;
  /** Takes SQL apart, where the engine can. @throws AppError where it cannot take this apart */
  parse?(sql: string): Promise<unknown>;
}

export type Lowered = Record<string, Population>;

/** One kind of activity: how many populations it takes, what it emits, and what it means. */
export interface ActivityKind<T extends ActivityType = ActivityType> {
  type: T;
  inputs: { min: number; max: number };
  /** Its arrows carry nobody, they say what comes first. */
  control?: true;
  /** Everyone who arrives is passed on, so that there is no complement. */
  passesAll?: true;
  /** Outputs besides the complement. */
  outputs(activity: ActivityOf<T>): string[];
  /** `undefined` after problems were reported. */
  lower(activity: ActivityOf<T>, lowering: Lowering): Lowered | undefined | Promise<Lowered | undefined>;
}

export function saltOf(lowering: Lowering, activity: Activity): string {
  return lowering.campaign.seed + activity.id;
}

export function requireEntity(lowering: Lowering, name: string): Entity | undefined {
  const { compilation, place } = lowering;
  const known = compilation.model.entities.map((e) => e.name).join(', ');
  return findEntity(compilation.model, name) ?? report(compilation, 'flow-unknown-entity', place, { entity: name, known });
}

/** The entity behind the rows of an input; lines of a file have none, which is a problem. */
export function requireEntityOf(lowering: Lowering, input: Population): Entity | undefined {
  if (input.file === undefined) return requireEntity(lowering, input.dimension);
  return report(lowering.compilation, 'flow-needs-entity', lowering.place);
}

/** Where the columns of an input, called `input`, and the attributes of its rows are looked up. */
export function inputScope(lowering: Lowering, input: Population): Scope | undefined {
  const entity = input.file === undefined ? requireEntity(lowering, input.dimension) : fileRows;
  return entity && populationScope(lowering.compilation, input, entity, 'input');
}

export function requireColumn(lowering: Lowering, population: Population, name: string): Column | undefined {
  const columns = allColumns(population);
  return (
    columns.find((c) => c.name === name) ??
    report(lowering.compilation, 'flow-unknown-column', lowering.place, { column: name, known: columns.map((c) => c.name).join(', ') })
  );
}

/** Every column of the population, unchanged. */
export function pass(population: Pick<Population, 'key' | 'columns'>, alias: string): Output[] {
  return [...population.key, ...population.columns].map((c) => ({ name: c.name, is: column(alias, c.name) }));
}

export function shapeOf(population: Population): Shape {
  const { table: _, gathered: __, ...shape } = population;
  return shape;
}

/** The output and, when the activity asks for it, the input rows it did not pass on. */
export function withComplement(lowering: Lowering, activity: Activity, input: Population, out: Population): Lowered {
  return activity.complement ? { out, complement: lowering.step('complement', complementOf(input, out), shapeOf(input)) } : { out };
}

/** Rows of an entity where a condition holds, with what is added to them; `columns` are the types of the values. */
export function gather(lowering: Lowering, name: string, entity: Entity, gathered: Gathered, columns: Column[] = []): Population {
  const key = keyColumns(entity);
  const reads = gathered.values.flatMap((v) => readsOf(v.value));
  const query: Select = {
    kind: 'select',
    columns: [
      ...key.map((k) => ({ name: k.name, is: column(rowAlias, k.name) })),
      ...gathered.values.map((v) => ({ name: v.name, is: valueExpression(v.value) })),
    ],
    from: { relation: entityTable(entity.name), alias: rowAlias },
    joins: joinsOf([...allLeaves(gathered), ...reads]),
    where: expressionOf(gathered.condition),
  };
  return lowering.step(name, query, { dimension: entity.name, key, columns, known: true }, { gathered });
}

/** Rows of a population where a condition over its columns, called `input`, holds; with these of its columns. */
export function select(lowering: Lowering, name: string, from: Population, where: Expression, shape: Shape): Population {
  return lowering.step(
    name,
    { kind: 'select', columns: pass(shape, 'input'), from: { relation: from.table, alias: 'input' }, where },
    shape,
  );
}

/** A name for a column of Muster's own that no column of the population has, as SQL sees names. */
export function ownName(population: Pick<Population, 'key' | 'columns'>, wanted: string): string {
  return uniqueNames([...population.key, ...population.columns].map((c) => c.name))(wanted);
}

/** Everyone in a population, or nobody. */
export function passWhen(lowering: Lowering, name: string, from: Population, when: When): Population {
  return when === true ? from : select(lowering, name, from, typeof when === 'boolean' ? truth(when) : when, shapeOf(from));
}
