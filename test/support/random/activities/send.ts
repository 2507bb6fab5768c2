import type { Activity } from '../../../../core/model/activity';
import type { DirectMailMessage } from '../../../../core/model/message';
import type { People } from '../../evaluator/people';
import { common, type Maker, type Making, overRows } from '../making';
import { profileEntity } from '../model';
import { pathTo } from '../paths';
import { randomOrder } from '../rules';

/** A message to the people behind a population, wherever a path of single links leads to them. */
export const send: Maker = (m) => {
  const near = m.made.filter(({ people }) => people.dimension === profileEntity && people.rows.length > 1);
  return toSomebody(near.length > 0 && m.c.chance(80) ? { ...m, made: near } : m);
};

const toSomebody = overRows((m, { people }): Activity | undefined => {
  const from = people.bound?.entity ?? people.dimension;
  const toProfile = from === profileEntity && m.c.chance(70) ? { path: [] } : pathTo(m.c, from, profileEntity, true);
  if (!toProfile) return undefined;
  const message = { ...words(m, people), toProfile: toProfile.path };
  const sender = { name: 'Us', address: 'us@example.org' };
  return m.c.of<Activity>(
    () => ({ ...common(m), type: 'email', message: { ...message, subject: 'Hello', from: sender, html: '<p>Hello</p>' } }),
    () => ({ ...common(m), type: 'direct-mail', message: { ...message, ...letter } }),
  );
});

function words({ c }: Making, people: People) {
  const fields = ['profile.first_name', 'profile.born', ...people.columns.slice(0, 1).map((added) => `enrichment.${added.name}`)];
  return {
    category: c.chance(75) ? ('transactional' as const) : ('marketing' as const),
    ...c.perhaps(60, () => ({ best: randomOrder(c, people.dimension, people.columns, 1) })),
    ...c.perhaps(30, () => ({ control: { share: c.one([0.1, 0.5]) } })),
    ...c.perhaps(40, () => ({ required: c.some(fields, 1, 2) })),
  };
}

const letter: Pick<DirectMailMessage, 'address' | 'layout'> = {
  address: { name: ['first_name'], lines: ['store'], postcode: 'postcode', city: 'country', country: 'country' },
  layout: {
    columns: [{ label: 'name', content: 'Hello' }],
    delimiter: ',',
    header: true,
    lineEnd: 'crlf',
    encoding: 'utf-8',
    sort: [],
    neutraliseFormulas: false,
  },
};
