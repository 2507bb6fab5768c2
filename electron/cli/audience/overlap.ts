import type { Region } from '../../../core/model/population';
import { overlapAudiences } from '../../../core/usecases/audience/overlap-audiences';
import { saveRegionRule } from '../../../core/usecases/audience/save-region-rule';
import { WrongUsage } from '../exit';
import { count, table } from '../output';
import type { Outcome } from '../perform';
import { rowsDocument, rowsText } from '../rows';
import { countMembers, pageOf } from './read';
import { type Asked, find, momentIn } from './request';
import { keep } from './save';

/** Every region of two to five audiences; with `--region` also the rows of one, which `--save` keeps. */
export async function overlap(asked: Asked): Promise<Outcome> {
  const { ctx, options } = asked;
  const audiences = [asked.name, ...(options.with ?? [])].map((name) => find(ctx, name).id);
  if (audiences.length < 2 || audiences.length > 5 || new Set(audiences).size < audiences.length)
    throw new WrongUsage('overlap takes one to four other audiences: --with A,B');
  const inside = options.region?.map((name) => find(ctx, name).id);
  const stranger = inside?.find((id) => !audiences.includes(id));
  if (stranger !== undefined) throw new WrongUsage(`--region names ${stranger}, which is not laid over`);
  if (options.save !== undefined) return saveRegion(asked, options.save, audiences, inside);
  const found = await overlapAudiences(ctx, audiences, momentIn(asked));
  const page = inside && (await pageOf(asked, { kind: 'region', audiences, inside }));
  const regions = found.regions.map((r) => [r.inside.join(' + '), count(r.rows)]);
  const totals = found.audiences.map((a) => `${a.audience} ${count(a.rows)}`).join(', ');
  const text = `${table([{ title: 'Members of only' }, { title: 'Rows', right: true }], regions)}\n\n${totals}; together ${count(found.union)}`;
  return {
    kind: 'audience-overlap',
    document: { ...found, ...(page ? { inside, rows: rowsDocument(page) } : {}) },
    text: page ? `${text}\n\n${rowsText(page)}` : text,
  };
}

async function saveRegion(asked: Asked, id: string, audiences: string[], inside: string[] | undefined): Promise<Outcome> {
  if (!inside) throw new WrongUsage('--save needs --region');
  const region: Region = { audiences, inside };
  if (!asked.options.live) return keep(asked, id, { kind: 'region', ...region });
  await saveRegionRule(asked.ctx, region, { id, name: id });
  return countMembers({ ...asked, name: id });
}
