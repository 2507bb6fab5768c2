import type { Activity } from '../../../core/model/activity';
import type { DataType } from '../../../core/model/entity';
import type { Handed } from '../evaluator/handed';
import type { People } from '../evaluator/people';
import type { Row } from '../evaluator/rows';
import type { Choose } from './choose';
import { attributesOf } from './paths';
import { randomOrder, randomRule, type Speaking } from './rules';

/** A transition of the flow so far. */
export interface Made extends Handed {
  from: string;
  output: string;
  /** Nothing before it is disabled. */
  runs: boolean;
}

export interface Next {
  activity: Activity;
  inputs: Made[];
  /** Of the file it reads. */
  records?: Row[];
}

export interface Making {
  c: Choose;
  s: Speaking;
  id: string;
  made: readonly Made[];
}

export type Maker = (m: Making) => Next | undefined;

/** An activity over what one population holds. */
export const over =
  (make: (m: Making, input: Made) => Activity | undefined): Maker =>
  (m) => {
    const input = m.c.one(m.made);
    const activity = make(m, input);
    return activity && { activity, inputs: [input] };
  };

/** An activity over rows of an entity. */
export const overRows = (make: (m: Making, input: Made) => Activity | undefined): Maker =>
  over((m, input) => (isOfFile(input) ? undefined : make(m, input)));

export const isOfFile = ({ people }: Made) => people.file !== undefined;

/** Whether equal keys of the two are the same row. */
export const haveSameRows = (a: Made, b: Made) => a.people.dimension === b.people.dimension && a.people.file === b.people.file;

export const plain = (people: People) => people.columns.filter((c) => c.type !== 'list');

export const common = ({ c, id }: Making) => ({
  id,
  ...c.perhaps(70, () => ({ complement: true })),
  ...c.perhaps(8, () => ({ stopWhenEmpty: true })),
});

export const ruleFor = ({ c, s }: Making, { people }: Made) =>
  randomRule(c, s, people.dimension, people.file === undefined ? c.int(0, 2) : 0, people.columns);

export const orderFor = ({ c }: Making, { people }: Made, min: number) => randomOrder(c, people.dimension, people.columns, min);

/** Added columns and attributes that hold one value. */
export function typedNamesIn(people: People): { name: string; type: DataType }[] {
  const added = people.columns.flatMap(({ name, type }) => (type === 'list' ? [] : [{ name, type }]));
  return [...added, ...attributesOf(people.dimension).filter((a) => !people.columns.some((column) => column.name === a.name))];
}

export const namesIn = (people: People): string[] => typedNamesIn(people).map((n) => n.name);
