import type { Row } from '../evaluator/rows';
import type { Parts } from './parts';

/** A case as a person would write it down: the rows there are, then the flow, one activity a line. */
export function shown(parts: Parts): string {
  const { data, snapshots, files, flow } = parts;
  const tables = [
    ...Object.entries(data),
    ...Object.entries(snapshots).map(([name, rows]) => [`audience.${name}`, rows] as const),
    ...Object.entries(files).map(([activity, rows]) => [`file of ${activity}`, rows] as const),
  ];
  const documents = [...parts.audiences, ...parts.filters, ...parts.variables];
  return [
    `\nas of ${parts.asOf}`,
    ...tables.filter(([, rows]) => rows.length > 0).map(([name, rows]) => [name, ...rows.map(rowText)].join('\n  ')),
    ...documents.map((d) => JSON.stringify(d)),
    ...Object.entries(parts.memory).map(([activity, earlier]) => `${activity} remembers ${JSON.stringify(earlier)}`),
    ...flow.activities.map(({ id, type, ...rest }) => {
      const arrows = flow.transitions.filter((t) => t.to === id).sort((a, b) => a.input - b.input);
      return `${id} = ${type}(${arrows.map((t) => `${t.from}:${t.output}`).join(', ')}) ${JSON.stringify(rest)}`;
    }),
  ].join('\n');
}

function rowText(row: Row): string {
  const there = Object.entries(row).filter(([, value]) => value !== null);
  return there.map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(', ');
}
