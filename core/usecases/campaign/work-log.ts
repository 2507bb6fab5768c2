import { AppError } from '../../base/errors';
import { instantOf } from '../../base/instant';
import type { Problem } from '../../base/problems';
import type { StepWork, Work } from '../../model/work';
import type { Plan } from '../../plan/plan';
import type { Clock } from '../../ports/clock';
import type { Context } from '../context';

/** Works remembered of one campaign, as long as the workspace is open. */
const most = 50;

/** Tables made by one statement. */
export interface Made {
  tables: readonly string[];
  milliseconds: number;
}

/** What is learnt of a piece of work while it goes on. */
export interface Notes {
  plan?: Plan;
  made: Made[];
  rows: ReadonlyMap<string, number>;
  problems: readonly Problem[];
}

export const noNotes = (): Notes => ({ made: [], rows: new Map(), problems: [] });

/** What was done with a campaign lately, the last first. */
export const worksOf = (ctx: Context, campaign: string): readonly Work[] => ctx.works.get(campaign) ?? [];

/** Does something and writes down what became of it, also where it ends before its time. */
export async function logged<T>(
  ctx: Context,
  { campaign, ...about }: Pick<Work, 'kind' | 'asOf'> & { campaign: string },
  work: (notes: Notes) => Promise<T>,
): Promise<T> {
  const began = ctx.clock.now();
  const notes = noNotes();
  const write = (ended: Work['ended'], findings: Work['findings']) => {
    // What is given up at once, as counting is while somebody types, is not worth a line.
    if (ended === 'cancelled' && notes.made.length === 0) return;
    const milliseconds = since(ctx.clock, began);
    const entry: Work = { ...about, startedAt: instantOf(began), milliseconds, ended, steps: stepsOf(notes, ended), findings };
    ctx.works.set(campaign, [entry, ...worksOf(ctx, campaign)].slice(0, most));
  };
  try {
    const result = await work(notes);
    write('done', notes.problems.map(finding));
    return result;
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'defect';
    if (code === 'cancelled') write('cancelled', []);
    else write('failed', [{ activity: null, code, severity: 'error' }]);
    throw error;
  }
}

/** Milliseconds that have gone by; none where the clock was put back. */
export const since = (clock: Clock, began: number): number => Math.max(0, Math.round(clock.now() - began));

function finding({ place: [first, id], code, severity }: Problem): Work['findings'][number] {
  return { activity: first === 'activities' && typeof id === 'string' ? id : null, code, severity };
}

/** Files that were read, then the steps in the order of the plan; of what ended early, those it got to. */
function stepsOf({ plan, made, rows }: Notes, ended: Work['ended']): StepWork[] {
  const by = new Map(made.flatMap(({ tables, milliseconds }, statement) => tables.map((t) => [t, { statement, milliseconds }])));
  const loads = (plan?.loads ?? []).map(({ activity, table }) => ({ activity, name: 'file', table }));
  return [...loads.filter((l) => by.has(l.table.name)), ...(plan?.steps ?? [])].flatMap(({ activity, name, table }): StepWork[] => {
    const statement = by.get(table.name);
    const known = rows.get(table.name) ?? null;
    if (statement && known !== null) return [{ activity, name, how: 'computed', rows: known, ...statement }];
    if (known === null && ended !== 'done') return [];
    return [{ activity, name, how: known === null ? 'failed' : 'kept', rows: known, statement: null, milliseconds: null }];
  });
}
