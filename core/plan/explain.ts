import type { StepSql } from '../model/report';
import { ident, textLiteral } from '../sql/quote';
import { type Load, type Plan, worktableSchema } from './plan';

/** Every step with what a person calls it, in the order in which they run. */
export function stepsOf(plan: Plan): StepSql[] {
  return plan.steps.map((step) => ({
    activity: step.activity,
    label: labelOf(plan, step.activity),
    output: step.name,
    outputs: plan.outputs.filter((o) => o.population.table.name === step.table.name).map(({ activity, output }) => ({ activity, output })),
    table: step.table.name,
    hash: step.hash,
    sql: step.sql,
  }));
}

function labelOf({ request: { campaign } }: Plan, id: string): string {
  return campaign.flow.activities.find((a) => a.id === id)?.label ?? id;
}

/**
 * Statements that make every population of a flow in a copy of the workspace's database, and then count all of them. Lines of
 * files are not in the database: where each has to be put is a comment.
 */
export function scriptOf(plan: Plan): string {
  const steps = stepsOf(plan);
  return [
    `ATTACH ':memory:' AS ${worktableSchema};`,
    ...plan.loads.map((l) => loadComment(plan, l)),
    ...steps.map(statement),
    ...counts(steps),
  ].join('\n\n');
}

function loadComment(plan: Plan, { activity, table, file, columns }: Load): string {
  const held = columns.map((c) => c.name).join(', ');
  return `-- ${onOneLine(labelOf(plan, activity))} (${activity}) reads the lines of ${onOneLine(file.source.path)} into ${named(table.name)}: ${onOneLine(held)}`;
}

function statement({ activity, label, output, outputs, table, sql }: StepSql): string {
  const made = outputs.length === 0 ? [`${activity}, on the way: ${output}`] : outputs.map((o) => `${o.activity}:${o.output}`);
  return `-- ${onOneLine(label)} (${made.join(', ')})\nCREATE TABLE ${named(table)} AS\n${sql};`;
}

/** A label may hold anything; a comment ends with its line. */
const onOneLine = (text: string) => text.replaceAll(/\p{Cc}+/gu, ' ');

const named = (table: string) => `${worktableSchema}.${ident(table)}`;

function counts(steps: readonly StepSql[]): string[] {
  const counted = steps.flatMap(({ outputs, table }) =>
    outputs.map(
      (o) =>
        `SELECT ${textLiteral(o.activity)} AS activity, ${textLiteral(o.output)} AS output, count(*) AS row_count FROM ${named(table)}`,
    ),
  );
  return counted.length === 0 ? [] : [`-- Rows of every transition\n${counted.join('\nUNION ALL ')};`];
}
