import type { ActivityType, Transition } from '../../../core/model/activity';
import { type Campaign, campaign } from '../../../core/model/campaign';
import { newActivity } from '../../../renderer/features/campaign/new-activity';
import { gathering } from './gathering';
import { shaping } from './shaping';
import type { Shown, Written } from './shown';
import { steering } from './steering';

type Flow = { activities: Written[]; transitions: Transition[] };

/** The same activity in each of its states, to be told apart by label. */
const shown: readonly Shown[] = [...gathering, ...shaping, ...steering];

const sources: readonly ActivityType[] = ['start', 'build-audience', 'read-audience', 'incremental-query', 'load-file', 'sql'];
const others: readonly ActivityType[] = [
  ...(['reconcile', 'combine', 'change-dimension', 'deduplicate', 'enrich', 'split', 'sample', 'save-audience'] as const),
  ...(['fork', 'and-join', 'wait', 'test', 'alert', 'end', 'email', 'direct-mail'] as const),
];

/** Each activity as it is when it was just added, behind an audience where something has to come before it. */
const fresh: readonly Shown[] = [...sources, ...others].map((type) => {
  const around = { dimension: 'customers', key: 'customer_id', attributes: [], added: [], audience: undefined, link: 'household' };
  const words = { segment: (n: number) => `Segment ${n}`, alertTitle: 'Look at this campaign', address: ['street', 'city'] };
  const activity = newActivity(type, `fresh-${type}`, { ...around, ...words });
  return { ...activity, label: `Fresh ${type}`, ...(sources.includes(type) ? {} : { after: ['fresh-build-audience'] }) };
});

const named = (all: readonly Shown[]) => all.map(({ id, label = '' }) => ({ name: id, label }));

/** What can be looked at: the name of its picture and the label it is found by. */
export const statefulForms = named(shown);
export const freshForms = named(fresh);

/** Activities with arrows to each from what it comes after. */
function flowOf(all: readonly Shown[]): Flow {
  const arrows = all.flatMap(({ id: to, after = [] }) =>
    after.map((from, input): Transition => {
      const [source = '', output = 'out'] = from.split(':');
      return { from: source, output, to, input };
    }),
  );
  return { activities: all.map(({ after: _, ...written }) => written), transitions: arrows };
}

const across = 8;
const inGrid = (all: readonly Shown[]) =>
  Object.fromEntries(all.map(({ id }, i) => [id, { x: (i % across) * 304, y: Math.floor(i / across) * 160 }]));

export const everyForm: Campaign = campaign.parse({
  format: 1,
  id: 'every-form',
  name: 'Every form',
  description: 'Each activity in each of its states.',
  seed: 'forms',
  variables: [
    { name: 'season', type: 'text', value: 'winter' },
    { name: 'least', type: 'number', value: 100 },
    { name: 'guests', type: 'number', count: { activity: 'dimension', output: 'out' } },
  ],
  flow: flowOf(shown),
  layout: inGrid(shown),
});

export const freshCampaign: Campaign = campaign.parse({
  format: 1,
  id: 'fresh-forms',
  name: 'Fresh forms',
  seed: 'fresh',
  flow: flowOf(fresh),
  layout: inGrid(fresh),
});
