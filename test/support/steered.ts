import { type Campaign, campaign } from '../../core/model/campaign';
import type { Context } from '../../core/usecases/context';
import type { ShopWorkspace } from './shop-workspace';

/** A campaign from its activities and arrows `from:output to[:input]`. */
export function campaignOf(id: string, activities: object[], arrows: string[] = [], more: object = {}): Campaign {
  const transitions = arrows.map((arrow) => {
    const [source = '', target = ''] = arrow.split(' ');
    const [from, output = 'out'] = source.split(':');
    const [to, input = '0'] = target.split(':');
    return { from, output, to, input: Number(input) };
  });
  return campaign.parse({ format: 1, id, name: `Campaign ${id}`, seed: 's', flow: { activities, transitions }, ...more });
}

export const build = (id: string, rule: object = { kind: 'all', rules: [] }, more: object = {}) => ({
  id,
  type: 'build-audience',
  dimension: 'customers',
  rule,
  ...more,
});
export const asks = (attribute: string, test: object) => ({ kind: 'attribute', attribute, test });
export const vips = asks('vip', { op: 'true' });

export const email = (id: string, subject = 'Hello') => ({
  id,
  type: 'email',
  message: {
    category: 'transactional',
    subject,
    from: { name: 'Shop', address: 'shop@example.test' },
    html: '<a href="https://shop.example/unsubscribe">unsubscribe</a>',
  },
});

export async function save(shop: ShopWorkspace, ...campaigns: Campaign[]): Promise<void> {
  await shop.ctx.store.commit(campaigns.map((document) => ({ kind: 'campaign' as const, id: document.id, document })));
}

/** Runs SQL on the workspace's data and gives the rows. */
export async function rowsOf(shop: ShopWorkspace, sql: string): Promise<unknown[][]> {
  const connection = await shop.ctx.connection();
  const page = await connection.query(sql, { limit: 1000 });
  await connection.close();
  return Array.from({ length: page.rows }, (_, r) => page.values.map((column) => column[r]));
}

/** Changes an entity's rows and says so. */
export async function change(shop: ShopWorkspace, entity: string, sql: string): Promise<void> {
  const connection = await shop.ctx.connection();
  await connection.run(sql);
  await connection.close();
  const before = shop.ctx.store.read('entity', entity);
  if (!before) throw new Error(`no ${entity}`);
  await shop.ctx.store.commit([{ kind: 'entity', id: entity, document: { ...before, dataVersion: before.dataVersion + 1 } }]);
}

export const at = (shop: ShopWorkspace, instant: string): Context => ({ ...shop.ctx, clock: { now: () => Date.parse(instant) } });

/** A context that is cut off when a run of the campaign would be saved in that state. */
export function cutOff(ctx: Context, campaignId: string, state: string): Context {
  const { store } = ctx;
  return {
    ...ctx,
    store: {
      read: (kind, id) => store.read(kind, id),
      list: (kind) => store.list(kind),
      audit: () => store.audit(),
      close: () => store.close(),
      commit: async (writes, audit) => {
        const last = writes.some((w) => w.kind === 'run' && w.document?.campaign === campaignId && w.document.state === state);
        if (last) throw new Error('cut off');
        await store.commit(writes, audit);
      },
    },
  };
}
