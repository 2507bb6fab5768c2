import { sampleEmail, samplePostcard } from '../../../core/sample/messages';
import type { Shown } from './shown';

/** Those that steer and send, in each of their states. */
export const steering: readonly Shown[] = [
  {
    id: 'fork',
    type: 'fork',
    label: 'Fork in three',
    branches: [{ id: 'branch-1', label: 'By post' }, { id: 'branch-2' }, { id: 'branch-3' }],
    after: ['build'],
  },
  { id: 'join', type: 'and-join', label: 'Join the branches', after: ['fork:branch-1', 'fork:branch-2', 'wait-while'] },
  { id: 'wait-while', type: 'wait', label: 'Wait a while', until: { kind: 'duration', amount: 3, unit: 'day' }, after: ['fork:branch-3'] },
  { id: 'wait-until', type: 'wait', label: 'Wait for a day', until: { kind: 'instant', at: '2027-01-15T08:00:00Z' }, after: ['build'] },
  {
    id: 'test',
    type: 'test',
    label: 'Test of counts',
    branches: [
      {
        id: 'branch-1',
        label: 'Enough of them',
        all: [
          { left: { kind: 'count' }, op: 'at-least', right: 1000 },
          { left: { kind: 'variable', variable: 'season' }, op: 'equals', right: 'winter' },
        ],
      },
      {
        id: 'branch-2',
        all: [{ left: { kind: 'count', activity: 'sample-random', output: 'out' }, op: 'less', right: { variable: 'least' } }],
      },
    ],
    default: true,
    after: ['build'],
  },
  {
    id: 'test-one',
    type: 'test',
    label: 'Test without otherwise',
    branches: [{ id: 'branch-1', all: [{ left: { kind: 'count' }, op: 'at-least', right: 1 }] }],
    after: ['build'],
  },
  {
    id: 'alert',
    type: 'alert',
    label: 'Alert the team',
    title: 'Too few people',
    message: 'Look at the file of vouchers before tomorrow at noon, then run this again.',
    after: ['test:branch-1'],
  },
  { id: 'end', type: 'end', label: 'End here', after: ['alert'] },
  {
    id: 'end-signal',
    type: 'end',
    label: 'End and start another',
    signal: { campaign: 'autumn-return', parameters: {} },
    after: ['test:default'],
  },
  { id: 'email', type: 'email', label: 'Email of autumn', message: sampleEmail, after: ['enrich'] },
  {
    id: 'email-bookings',
    type: 'email',
    label: 'Email for each booking',
    message: {
      ...sampleEmail,
      category: 'transactional',
      purpose: undefined,
      toProfile: ['customer'],
      addressFrom: 'profile',
      best: [{ attribute: 'starts_at', direction: 'ascending' }],
    },
    after: ['build-bookings'],
  },
  { id: 'letter', type: 'direct-mail', label: 'Postcard of autumn', message: samplePostcard, complement: true, after: ['enrich'] },
];
