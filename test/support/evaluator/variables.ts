import type { Argument, VariableReference } from '../../../core/model/value';

type Variables = Readonly<Record<string, Argument>>;

/** The same with every variable replaced by what it stands for; a list in place of a value becomes its values. */
export function filledIn<T>(part: T, variables: Variables): T;
export function filledIn(part: unknown, variables: Variables): unknown {
  if (isReference(part)) return valueOf(part, variables);
  if (Array.isArray(part)) return part.flatMap((inner) => filledIn(inner, variables));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, filledIn(inner, variables)]));
}

function isReference(part: unknown): part is VariableReference {
  return typeof part === 'object' && part !== null && 'variable' in part && Object.keys(part).length === 1;
}

export function valueOf(argument: Argument, variables: Variables): Argument {
  if (typeof argument !== 'object' || !('variable' in argument)) return argument;
  const value = variables[argument.variable];
  if (value === undefined) throw new Error(`$${argument.variable} stands for nothing`);
  return value;
}
