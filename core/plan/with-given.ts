import { type Problem, problem } from '../base/problems';
import type { Given, Variable } from '../model/variable';

/** Variables with the values given in place of those written. What is counted takes none; names that stand for nothing are reported. */
export function withGiven(variables: readonly Variable[], given: Given, problems: Problem[]): Variable[] {
  const open = variables.filter((v) => !v.count).map((v) => v.name);
  const unknown = Object.keys(given).filter((name) => !open.includes(name));
  const known = open.join(', ') || '–';
  problems.push(...unknown.map((name) => problem('variable-unknown', ['variables'], { variable: name, known })));
  return variables.map(({ value, ...variable }) => {
    const stands = variable.count ? undefined : Object.hasOwn(given, variable.name) ? given[variable.name] : value;
    return stands === undefined ? variable : { ...variable, value: stands };
  });
}
