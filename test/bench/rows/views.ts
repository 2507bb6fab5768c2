import type { Link } from '../../../core/model/entity';
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
import { figuresTable } from '../../../core/usecases/kept-figures';
import { type ProfileRequest, profileAgainst } from '../../../core/usecases/population/profile-against';
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
  const anew = () => forgetFigures(world);
  const columns = () => profileColumns(ctx, 'customers');
  const firstColumn = firstOf((signal, onColumn) => profileColumns(ctx, 'customers', { signal, onColumn }));
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
    await timed('rows of customers, sorted by what is nearly unique', page(customers / 2, 'email')),
  ];
  const linksOf = async (wanted: readonly Link[]) => {
    for (const link of wanted) figures.push(await timed(`link ${link.from}.${link.name}`, () => measureLink(ctx, link), anew));
  };
  const { links } = await readModel(ctx);
  await linksOf(links);
  const reconcile = () => reconcileProfile(ctx);
  figures.push(await timed('whose consents, history and suppressions are, the first of them', firstTable(ctx), anew));
  figures.push(await timed('whose consents, history and suppressions are', reconcile, anew));
  figures.push(await timed('whose consents, history and suppressions are, again', reconcile));
  const { consent: _, ...rest } = sampleProfile;
  await saveProfile(ctx, { ...rest, suppression: [] });
  figures.push(await timed('whose history is', reconcile, anew));
  await saveProfile(ctx, sampleProfile);
  figures.push(...(await byIdentity(world)));
  await world.withFurther(async () => {
    await linksOf((await readModel(ctx)).links.filter((link) => !links.some((l) => l.from === link.from && l.name === link.name)));
    const profileOf = (request: Partial<ProfileRequest> = {}) =>
      profileAgainst(ctx, { population: { kind: 'audience', audience: 'recently-contacted' }, asOf: world.asOf.instant, ...request });
    const firstFields = firstOf((signal, told) => profileOf({ signal, onProgress: ({ done }) => done > 0 && told() }));
    await profileOf();
    figures.push(await timed('profile of an audience, the first fields', firstFields, anew));
    figures.push(await timed('profile of an audience, all fields', () => profileOf(), anew));
    const other = async () => forgetFigures(world, 'audience');
    figures.push(await timed('profile of another audience, all fields', () => profileOf(), other));
    figures.push(await timed('profile of an audience, again', () => profileOf()));
  });
  return figures;
};

/** The others are cancelled, so that nothing of them is left to disturb what is measured next. */
const firstOf = (ask: (signal: AbortSignal, told: () => void) => Promise<unknown>) => async () => {
  const stop = new AbortController();
  await ask(stop.signal, () => stop.abort()).catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });
};

const firstTable = (ctx: World['ctx']) => firstOf((signal, onFound) => reconcileProfile(ctx, { signal, onFound }));

/** What is kept for each version of the data. */
function forgetFigures({ sql }: World, sort?: string): Promise<unknown> {
  return sql((connection) => connection.run(`DELETE FROM ${figuresTable}${sort === undefined ? '' : ` WHERE sort = '${sort}'`}`));
}

const table = 'consents_by_email';

/** Consents that name people by their email. */
async function byIdentity(world: World) {
  const { ctx, sql, scratch } = world;
  const anew = () => forgetFigures(world);
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
      alone('consents by email, whose they are, the first of them', aim, await repeat({ prepare: anew, run: firstTable(ctx) })),
      alone('consents by email, whose they are', aim, await repeat({ prepare: anew, run: () => reconcileProfile(ctx) })),
    ];
  } finally {
    await saveProfile(ctx, sampleProfile);
  }
}
