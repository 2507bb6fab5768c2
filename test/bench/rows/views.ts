import type { ProfileSettings } from '../../../core/model/workspace';
import { sampleProfile } from '../../../core/sample/documents';
import { checkHealth } from '../../../core/usecases/data/check-health';
import { measureLink } from '../../../core/usecases/data/measure-link';
import { profileColumns } from '../../../core/usecases/data/profile-columns';
import { readEntityRows } from '../../../core/usecases/data/read-entity-rows';
import { readModel } from '../../../core/usecases/data/read-model';
import { reconcileProfile } from '../../../core/usecases/data/reconcile-profile';
import { previewImport } from '../../../core/usecases/import/preview-import';
import { runImport } from '../../../core/usecases/import/run-import';
import { saveProfile } from '../../../core/usecases/workspace/save-profile';
import { repeat } from '../measure';
import { alone, type Row } from '../row';
import type { World } from '../world';

/** What a view may take to answer, in milliseconds. */
const aim = 500;

/** What the views of the Data place ask for. */
export const views: Row = async (world) => {
  const { ctx, customers } = world;
  const timed = async (name: string, run: () => Promise<unknown>, prepare: () => Promise<unknown> = async () => undefined) =>
    alone(`view: ${name}`, aim, await repeat({ prepare, run }));
  const anew = async () => ctx.profiles.clear();
  const columns = () => profileColumns(ctx, 'customers');
  // The others are cancelled, so that nothing of them is left to disturb what is measured next.
  const firstColumn = async () => {
    const stop = new AbortController();
    await profileColumns(ctx, 'customers', { signal: stop.signal, onColumn: () => stop.abort() }).catch((error: unknown) => {
      if (!stop.signal.aborted) throw error;
    });
  };
  const page = (offset: number, column?: string) => () =>
    readEntityRows(ctx, { entity: 'customers', offset, limit: 200, ...(column ? { sort: { column, descending: false } } : {}) });
  const figures = [
    await timed('the model', () => readModel(ctx)),
    await timed('health of all entities', () => checkHealth(ctx, ctx.sources)),
    await timed('columns of customers, the first of them', firstColumn, anew),
    await timed('columns of customers, all', columns, anew),
    await timed('columns of customers, again', columns),
    await timed('rows of customers', page(customers / 2)),
    await timed('rows of customers, sorted', page(customers / 2, 'last_name')),
  ];
  const { links } = await readModel(ctx);
  for (const link of links) figures.push(await timed(`link ${link.from}.${link.name}`, () => measureLink(ctx, link)));
  figures.push(await timed('whose consents, history and suppressions are', () => reconcileProfile(ctx)));
  return [...figures, ...(await byIdentity(world))];
};

const table = 'consents_by_email';

/** Consents that name people by their email. */
async function byIdentity({ ctx, sql, scratch }: World) {
  const to = scratch(`${table}.csv`);
  await sql((connection) =>
    connection.exportTo(
      `SELECT ' ' || upper(p.email) AS email, c.channel, c.purpose, c.value, c.recorded_at
       FROM main.consents c JOIN main.customers p USING (customer_id) WHERE p.email IS NOT NULL`,
      to,
      { kind: 'csv', delimiter: ',', header: true, lineEnd: 'crlf' },
    ),
  );
  const { format, dialect, columns, key } = await previewImport(ctx, ctx.sources, { path: to, entity: table });
  const source = { path: to, format, ...(dialect ? { dialect } : {}) };
  const recipe = {
    format: 2 as const,
    kind: 'file' as const,
    id: 'consents-by-email',
    entity: table,
    source,
    columns,
    key,
    mode: 'replace' as const,
  };
  const loaded = await repeat({ run: () => runImport(ctx, ctx.sources, recipe) }, 1);
  const identity = { namespace: 'email', kind: 'email' as const, attribute: 'email', bindings: [{ entity: table, attribute: 'email' }] };
  const consent = { ...sampleProfile.consent, entity: table, profile: ['email'], channel: 'channel', value: 'value', at: 'recorded_at' };
  const bound: ProfileSettings = { ...sampleProfile, identities: [identity], consent };
  try {
    return [
      alone('consents by email, import', undefined, loaded, `${loaded.last.loaded} rows`),
      alone('consents by email, binding', aim, await repeat({ run: () => saveProfile(ctx, bound) }, 1)),
      alone('consents by email, whose they are', undefined, await repeat({ run: () => reconcileProfile(ctx) })),
    ];
  } finally {
    await saveProfile(ctx, sampleProfile);
  }
}
