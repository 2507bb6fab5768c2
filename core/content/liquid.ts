import { Liquid, type Template } from 'liquidjs';
import type { Place, Problem } from '../base/problems';
import { problem } from '../base/problems';
import { lowerCase, upperCase } from './letter-case';

/** One use of a field, `profile.first_name`, and the text it is used in. */
export interface FieldUse {
  path: string;
  place: Place;
}

export interface ParsedContent {
  templates: Template[];
  fields: FieldUse[];
}

/** Tags that would read other files, or make output depend on what was rendered before. */
const refused = ['include', 'render', 'layout', 'block', 'cycle', 'increment', 'decrement'];

/** Liquid without files, without a clock, with bounds on what one recipient may cost. */
export const liquid = newLiquid();

function newLiquid(): Liquid {
  const engine = new Liquid({
    templates: {},
    strictFilters: true,
    ownPropertyOnly: true,
    parseLimit: 2_000_000,
    renderLimit: 1000,
    memoryLimit: 10_000_000,
    timezoneOffset: 0,
  });
  for (const tag of refused) delete engine.tags[tag];
  for (const filter of ['sample', 'shuffle']) delete engine.filters[filter];
  engine.registerFilter('upcase', (value: unknown) => upperCase(asText(value)));
  engine.registerFilter('downcase', (value: unknown) => lowerCase(asText(value)));
  engine.registerFilter('capitalize', (value: unknown) => {
    const [first = '', ...rest] = Array.from(asText(value));
    return upperCase(first) + lowerCase(rest.join(''));
  });
  return engine;
}

const asText = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** A text of the content with the fields it reads. Errors become problems and give `undefined`. */
export function parseContent(text: string, place: Place, problems: Problem[]): ParsedContent | undefined {
  try {
    const templates = liquid.parse(text);
    const paths = new Set(liquid.globalVariableSegmentsSync(templates).map((segments) => segments.map(String).join('.')));
    return { templates, fields: [...paths].map((path) => ({ path, place })) };
  } catch (error) {
    problems.push(problem('content-syntax', place, syntaxDetails(error)));
    return undefined;
  }
}

/** liquidjs puts the place at the end of its message: `…, line:2, col:26`. */
function syntaxDetails(error: unknown): { message: string; line: number; column: number } {
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  const at = /,? ?(?:file:[^,]*, )?line:(\d+), col:(\d+)$/.exec(message);
  return { message: at ? message.slice(0, at.index) : message, line: Number(at?.[1] ?? 1), column: Number(at?.[2] ?? 1) };
}
