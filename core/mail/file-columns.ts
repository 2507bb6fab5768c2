import type { Template } from 'liquidjs';
import { type Place, type Problem, problem } from '../base/problems';
import { parseContent } from '../content/liquid';
import { type FieldColumn, templateToSql } from '../content/to-sql';
import type { MailLayout } from '../model/message';
import type { Expression } from '../sql/query';

/** One column of a data file: said in SQL where its Liquid can be, otherwise as templates. */
export interface FileColumn {
  label: string;
  templates: Template[];
  sql: Expression | undefined;
}

export function fileColumns(layout: MailLayout, field: FieldColumn, place: Place, problems: Problem[]): FileColumn[] {
  return layout.columns.flatMap((c, i) => {
    const parsed = parseContent(c.content, [...place, 'columns', i, 'content'], problems);
    return parsed ? [{ label: c.label, templates: parsed.templates, sql: templateToSql(parsed.templates, field) }] : [];
  });
}

/** What is wrong with the layout itself. Labels are compared as SQL compares names. */
export function checkLayout(layout: MailLayout, place: Place): Problem[] {
  const labels = layout.columns.map((c) => c.label);
  const lower = labels.map((l) => l.toLowerCase());
  const twice = labels.flatMap((label, i) =>
    lower.indexOf(lower[i] ?? '') < i ? [problem('mail-same-label', [...place, 'columns', i, 'label'], { label })] : [],
  );
  const unknown = layout.sort.flatMap((label, i) =>
    labels.includes(label) ? [] : [problem('mail-unknown-sort', [...place, 'sort', i], { label, known: labels.join(', ') })],
  );
  return [...twice, ...unknown];
}
