import { AppError } from '../../../core/base/errors';
import type { Audience } from '../../../core/model/audience';
import type { Field, PopulationChoice } from '../../../core/model/population';
import { listFields } from '../../../core/usecases/population/list-fields';
import type { HostContext } from '../../host/context';
import { named } from '../campaign-of';
import type { MomentOptions } from '../options';
import type { Io } from '../perform';
import { momentOf } from '../with-workspace';

export interface AudienceOptions extends MomentOptions {
  limit: number;
  offset: number;
  fields?: string[];
  sort?: string;
  descending?: true;
  file?: string;
  sql?: string;
  dimension?: string;
  from?: string;
  mode?: 'create' | 'overwrite' | 'append' | 'remove';
  columns?: string[];
  dryRun?: true;
  against?: string;
  part?: 'entered' | 'left' | 'stayed';
  with?: string[];
  region?: string[];
  save?: string;
  live?: true;
  force?: true;
}

/** What every verb is given. */
export interface Asked {
  ctx: HostContext;
  name: string;
  options: AudienceOptions;
  io: Io;
}

export const find = (ctx: HostContext, name: string): Audience => named(ctx.store.list('audience'), 'audience', name);

export const momentIn = ({ options, io }: Asked) => ({ asOf: momentOf(options), signal: io.signal });

/** Fields as they are written on the command line, `country` or `store.town`. @throws AppError `rule-unknown-attribute` */
export async function fieldsNamed(
  asked: Asked,
  population: PopulationChoice,
  names: readonly string[] | undefined,
): Promise<Field[] | undefined> {
  if (names === undefined) return undefined;
  const known = await listFields(asked.ctx, { population, ...momentIn(asked) });
  return names.map((name) => {
    const found = known.find((k) => fieldText(k.field) === name);
    if (found) return found.field;
    const all = known.map((k) => fieldText(k.field)).join(', ');
    throw new AppError('rule-unknown-attribute', { attribute: name, entity: known[0]?.entity ?? '', known: all });
  });
}

export const fieldText = ({ path = [], attribute }: Field): string => [...path, attribute].join('.');
