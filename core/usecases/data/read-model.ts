import type { DataModel } from '../../model/entity';
import type { Context } from '../context';

export async function readModel(ctx: Context): Promise<DataModel> {
  return { entities: ctx.store.list('entity'), links: ctx.store.list('link') };
}
