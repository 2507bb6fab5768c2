import type { ActivityOf, Condition } from '../../../../core/model/activity';
import type { Literal } from '../../../../core/model/value';
import type { Done } from '../handed';
import type { People } from '../people';
import type { World } from '../rows';
import { compared } from '../test';
import { filledIn } from '../variables';

type Test = ActivityOf<'test'>;

/** The output that gets everyone: the complement where no branch holds and there is no default. */
export function branchTaken(world: World, activity: Test, input: People, done: Done): string {
  const found = activity.branches.find((b) => b.all.every((condition) => isTrue(world, condition, input, done)));
  return found?.id ?? (activity.default ? 'default' : 'complement');
}

function isTrue(world: World, { left, op, right }: Condition, input: People, done: Done): boolean {
  const [mine, other] = [leftOf(world, left, input, done), filledIn(right, world.variables) as Literal];
  const type = typeof mine === 'string' && !isDay(mine) ? 'text' : typeof mine === 'string' ? 'date' : typeof mine;
  if (type !== 'text' && type !== 'date' && type !== 'number' && type !== 'boolean') throw new Error(`${type} is not compared`);
  return op === 'not-equals' ? compared('equals', mine, other, type) !== true : compared(op, mine, other, type) === true;
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

function leftOf(world: World, left: Condition['left'], input: People, done: Done): Literal {
  if (left.kind === 'variable') return filledIn({ variable: left.variable }, world.variables) as unknown as Literal;
  if (left.activity === undefined) return input.rows.length;
  const found = done.get(`${left.activity}:${left.output ?? 'out'}`);
  if (!found) throw new Error(`nothing to count at ${left.activity}`);
  return found.people.rows.length;
}
