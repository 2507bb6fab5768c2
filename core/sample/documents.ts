import { type Audience, audience } from '../model/audience';
import { type Campaign, campaign } from '../model/campaign';
import { type ProfileSettings, profileSettings } from '../model/workspace';
import { sampleFlow, sampleLayout } from './flow';

export const sampleProfile: ProfileSettings = profileSettings.parse({
  entity: 'customers',
  email: 'email',
  phone: 'phone',
  language: 'language',
  postal: {
    name: ['first_name', 'last_name'],
    lines: ['street'],
    postcode: 'postcode',
    city: 'city',
    region: 'region',
    country: 'country',
  },
  consent: { entity: 'consents', profile: ['customer_id'], channel: 'channel', purpose: 'purpose', value: 'value', at: 'recorded_at' },
  history: {
    entity: 'contacts',
    profile: ['customer_id'],
    at: 'sent_at',
    channel: 'channel',
    campaign: 'campaign',
    status: 'status',
  },
  suppression: [{ name: 'Complaints and bounces', entity: 'suppression', attribute: 'email', matches: 'email', channels: ['email'] }],
});

export const sampleAudiences: readonly Audience[] = [
  audience.parse({
    format: 1,
    id: 'recently-contacted',
    name: 'Contacted in the last 7 days',
    dimension: 'customers',
    definition: {
      kind: 'rule',
      rule: {
        kind: 'related',
        quantifier: 'some',
        path: ['contacts'],
        where: { kind: 'attribute', attribute: 'sent_at', test: { op: 'in-last', count: 7, unit: 'day' } },
      },
    },
  }),
];

export const sampleCampaign: Campaign = campaign.parse({
  format: 1,
  id: 'autumn-return',
  name: 'Autumn return',
  description: 'Brings recent guests and buyers back to the stores: the best by post, the others by email.',
  seed: 'autumn',
  flow: sampleFlow,
  control: { share: 0.05 },
  layout: sampleLayout,
});
