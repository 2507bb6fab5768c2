import type { PopulationChoice } from '../../../core/model/population';
import type { AudienceProfile, ProfileGroup } from '../../../core/model/report';
import { profileAgainst } from '../../../core/usecases/population/profile-against';
import { cellText, count, countOf, table } from '../output';
import type { Outcome } from '../perform';
import { type Asked, fieldsNamed, fieldText, find, momentIn } from './request';

/** Groups shown of each field. */
const groupsShown = 5;

/** How an audience differs from all rows, or from another audience. */
export async function profile(asked: Asked): Promise<Outcome> {
  const { ctx, io, options } = asked;
  const population: PopulationChoice = { kind: 'audience', audience: find(ctx, asked.name).id };
  const base: PopulationChoice | undefined =
    options.against === undefined ? undefined : { kind: 'audience', audience: find(ctx, options.against).id };
  const found = await profileAgainst(ctx, {
    population,
    base,
    fields: await fieldsNamed(asked, population, options.fields),
    ...momentIn(asked),
    onProgress: ({ done, fields }) => io.progress.show('Profiling', fields === 0 ? 1 : done / fields),
  });
  return { kind: 'audience-profile', document: { ...found }, text: profileText(found) };
}

function profileText(found: AudienceProfile): string {
  const rows = found.fields.flatMap(({ field, groups }) =>
    groups
      .slice(0, groupsShown)
      .map((g, i) => [
        i === 0 ? fieldText(field) : '',
        groupText(g),
        count(g.audience),
        count(g.base),
        g.index === null ? '' : g.index.toFixed(0),
        g.z === null ? '' : g.z.toFixed(1),
      ]),
  );
  const right = ['Audience', 'Base', 'Index', 'z'].map((title) => ({ title, right: true }));
  const skipped = found.skipped.map((s) => fieldText(s.field)).join(', ');
  return [
    table([{ title: 'Field' }, { title: 'Value' }, ...right], rows),
    `${count(found.audience)} of ${found.dimension} against ${count(found.base)}; ${countOf(found.both, 'is', 'are')} in both`,
    ...(skipped === '' ? [] : [`Left out, since nearly every row has its own value or there are too many: ${skipped}`]),
  ].join('\n\n');
}

function groupText({ kind, from, to }: ProfileGroup): string {
  switch (kind) {
    case 'value':
      return cellText(from);
    case 'range':
      return `${cellText(from)} to ${cellText(to)}`;
    case 'empty':
      return '(empty)';
    case 'other':
      return '(others)';
  }
}
