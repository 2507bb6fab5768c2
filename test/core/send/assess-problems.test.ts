import { describe, expect, it } from 'vitest';
import { assess } from '../../../core/send/assess';
import { recipientsQuery } from '../../../core/send/recipients';
import type { AssessRequest } from '../../../core/send/request';
import { requestFor } from '../../support/assess-world';

const settings = {
  channel: 'email',
  category: 'marketing',
  purpose: undefined,
  unknown: 'deny',
  secondary: false,
  named: 'key',
  timed: false,
  shares: {},
} as const;

function problemsOf(change: (request: Extract<AssessRequest, { channel: 'email' }>) => AssessRequest) {
  const request = requestFor(settings);
  if (request.channel !== 'email') throw new Error('not email');
  const assessment = assess(change(request), ['message']);
  return { assessment, problems: request.compilation.problems };
}

describe('a message that cannot be assessed', () => {
  it('names an unknown field and the known ones', () => {
    const { assessment, problems } = problemsOf((r) => ({
      ...r,
      message: { ...r.message, subject: '{{ profile.frist }} {{ nobody.x }}' },
    }));
    expect(assessment).toBeUndefined();
    expect(problems).toMatchObject([
      {
        code: 'content-unknown-field',
        place: ['message', 'subject'],
        details: { field: 'profile.frist', known: expect.stringContaining('profile.first') },
      },
      { code: 'content-unknown-field', place: ['message', 'subject'], details: { field: 'nobody.x' } },
    ]);
  });

  it('says that nothing is added to people where content asks for it', () => {
    const { problems } = problemsOf((r) => ({
      ...r,
      population: { ...r.population, columns: [] },
      message: { ...r.message, subject: '{{ enrichment.orders }}' },
    }));
    expect(problems).toContainEqual(expect.objectContaining({ code: 'content-nothing-added', place: ['message', 'subject'] }));
  });

  it('asks for the profile, the path to it and the address', () => {
    expect(problemsOf((r) => ({ ...r, profile: undefined })).problems.map((p) => p.code)).toEqual(['sending-no-profile']);
    expect(problemsOf((r) => ({ ...r, message: { ...r.message, toProfile: [] } })).problems.map((p) => p.code)).toEqual([
      'sending-no-path',
    ]);
    expect(problemsOf((r) => ({ ...r, message: { ...r.message, addressFrom: 'target' } })).problems.map((p) => p.code)).toEqual([
      'sending-no-address',
    ]);
    expect(problemsOf((r) => ({ ...r, message: { ...r.message, addressFrom: 'secondary' } })).problems.map((p) => p.code)).toEqual([
      'sending-no-secondary-path',
    ]);
  });

  it('says once that the attribute of an identity is gone', () => {
    const request = requestFor({ ...settings, named: 'identity' });
    const profile = request.profile && {
      ...request.profile,
      identities: request.profile.identities?.map((i) => (i.namespace === 'email' ? { ...i, attribute: 'gone' } : i)),
    };
    expect(assess({ ...request, profile }, ['message'])).toBeUndefined();
    expect(request.compilation.problems).toMatchObject([
      { code: 'rule-unknown-attribute', details: { attribute: 'gone', entity: 'person' } },
    ]);
  });

  it('refuses a path that could reach a secondary row twice', () => {
    const request = requestFor({ ...settings, secondary: true });
    if (request.channel !== 'email') throw new Error('not email');
    expect(assess({ ...request, message: { ...request.message, secondary: ['bookings', 'person'] } }, ['message'])).toBeUndefined();
    expect(request.compilation.problems.map((p) => p.code)).toContain('sending-secondary-twice');
  });
});

it('keeps its own columns apart from the population’s', () => {
  const { assessment } = problemsOf((r) => ({ ...r, population: { ...r.population, columns: [{ name: 'Reason', type: 'text' }] } }));
  expect(assessment?.names.reason).toBe('reason_');
});

it('refuses a seed whose value is not of its field’s type', () => {
  const { assessment } = problemsOf((r) => ({ ...r, message: { ...r.message, html: '{{ target.score }}' } }));
  if (!assessment) throw new Error('no assessment');
  const seed = { id: 's', label: 'Office', fields: { 'target.score': 'high' } };
  expect(() => recipientsQuery(assessment, { kind: 'table', schema: 'main', name: 'a' }, [seed])).toThrow('sending-seed-value');
});
