import { rm } from 'node:fs/promises';
import { ident } from '../../../core/sql/quote';
import { exportCampaign } from '../../../core/usecases/campaign/export-campaign';
import { planFor } from '../../../core/usecases/campaign/plan-for';
import { createFiles } from '../../../electron/host/files/create-files';
import { everyone } from '../campaigns';
import { race } from '../measure';
import { against, type Row } from '../row';

/** The mail file of everyone who gets post, against the engine's COPY of the same columns. */
export const exporting: Row = async (world) => {
  const asOf = world.asOf.instant;
  const plan = await world.sql((c) => planFor(world.ctx, c, everyone, { asOf }));
  const assessed = plan.assessments.find((a) => a.activity === 'postcard');
  if (!assessed) throw new Error('the postcard is not assessed');
  const table = `${ident(assessed.table.schema)}.${ident(assessed.table.name)}`;
  const columns = `"profile.first_name" || ' ' || "profile.last_name" AS name, "profile.street", "profile.postcode", upper("profile.city"), "profile.region", "profile.country", coalesce(store_name, 'your nearest house')`;
  let folder = '';
  let file = '';
  const ours = async () => exportCampaign(world.ctx, { campaign: everyone, message: 'postcard', asOf, destination: createFiles(folder) });
  folder = world.scratch('mail');
  const [first] = await ours();
  const measured = await race(
    {
      prepare: async () => {
        await rm(folder, { recursive: true, force: true });
        folder = world.scratch('mail');
      },
      run: ours,
    },
    {
      prepare: async () => {
        await rm(file, { force: true });
        file = world.scratch('copy.csv');
      },
      run: () => world.sql((c) => c.run(`COPY (SELECT ${columns} FROM ${table} WHERE reason IS NULL) TO '${file}' (HEADER)`)),
    },
  );
  return [against('export mail file', 1.2, measured, `${first?.files[0]?.rows} rows`)];
};
