import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reconciliation } from '../../../../core/model/data-report';
import type { IdentitySettings, ProfileSettings, SuppressionList } from '../../../../core/model/workspace';
import { reconcileProfile } from '../../../../core/usecases/data/reconcile-profile';
import { removeAttribute } from '../../../../core/usecases/data/remove-attribute';
import { saveAttribute } from '../../../../core/usecases/data/save-attribute';
import { tryDerivation } from '../../../../core/usecases/data/try-derivation';
import { saveProfile } from '../../../../core/usecases/workspace/save-profile';
import { load, openImport, rows, withImport } from '../../../support/import';

it('phone numbers of more rows than are read at a time are all made comparable', () =>
  withImport(async (bench) => {
    const lines = Array.from({ length: 20_050 }, (_, n) => `${n},6${String(n).padStart(8, '0')}`);
    const columns = ['id', 'tel'].map((c) => ({ source: c, attribute: c, type: 'text' as const }));
    await load(bench, 'many.csv', `id,tel\n${lines.join('\n')}\n`, { key: ['id'], columns });
    await saveAttribute(bench.ctx, 'many', { name: 'e164', derived: { identity: 'phone', of: 'tel', country: 'ES' } });
    expect(await rows(bench, "SELECT count(*), count_if(e164 = '+34' || tel) FROM many")).toEqual([[20_050, 20_050]]);
  }));

describe.each(['native', 'wasm'] as const)('on the %s engine', (kind) => {
  let bench: Awaited<ReturnType<typeof openImport>>;
  beforeAll(async () => {
    bench = await openImport({ kind });
    const settings = { format: 1 as const, id: 'w', name: 'W', zone: 'UTC' };
    await bench.ctx.store.commit([{ kind: 'workspace', id: 'w', document: settings }]);
    const people = [
      'id,mobile,mail',
      '1,600 11 22 33,Ana@Example.test',
      '2,+33 6 12 34 56 78, bo@example.test ',
      '3,0034 600112233,ANA@example.TEST',
      '4,nothing,',
      '5,,cy@example.test',
    ];
    await load(bench, 'people.csv', `${people.join('\n')}\n`, { id: 'people', key: ['id'] });
    await load(bench, 'calls.csv', 'call,number\n1,600112233\n2,+33612345678\n3,+34 699 99 99 99\n4,12\n5,\n6,0033612345678\n', {
      id: 'calls',
      key: ['call'],
      columns: [
        { source: 'call', attribute: 'call', type: 'integer' },
        { source: 'number', attribute: 'number', type: 'text' },
      ],
    });
    await load(bench, 'clicks.csv', 'click,who\n1,ana@example.test\n2,CY@example.test\n3,no@example.test\n', {
      id: 'clicks',
      key: ['click'],
    });
  });
  afterAll(() => bench.close());

  const phone = (of: string) => ({ identity: 'phone' as const, of, country: 'ES' });

  it('phone numbers are made comparable, whatever way they are written', async () => {
    const tried = await tryDerivation(bench.ctx, 'people', { name: 'e164', derived: phone('mobile') });
    expect(tried).toMatchObject({
      type: 'text',
      sample: { values: [expect.anything(), ['+34600112233', '+33612345678', '+34600112233', null, null]] },
    });
    await saveAttribute(bench.ctx, 'people', { name: 'e164', derived: phone('mobile') });
    await saveAttribute(bench.ctx, 'calls', { name: 'e164', derived: phone('number') });
    const of = (entity: string) => rows(bench, `SELECT e164 FROM ${entity} ORDER BY rowid`);
    expect((await of('people')).flat()).toEqual(['+34600112233', '+33612345678', '+34600112233', null, null]);
    expect((await of('calls')).flat()).toEqual(['+34600112233', '+33612345678', '+34699999999', null, null, '+33612345678']);
    await load(bench, 'more.csv', 'id,mobile\n1,\n4,600 11 22 44\n', { id: 'people', entity: 'people', key: ['id'], mode: 'upsert' });
    expect((await of('people')).flat()).toEqual([null, '+33612345678', '+34600112233', '+34600112244', null]);
    await expect(saveAttribute(bench.ctx, 'people', { name: 'x', derived: { ...phone('mobile'), country: 'QQ' } })).rejects.toMatchObject({
      code: 'identity-bad-country',
    });
    await expect(saveAttribute(bench.ctx, 'people', { name: 'x', derived: phone('fax') })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('every bound entity says how many of its rows name a profile', async () => {
    const identities: IdentitySettings[] = [
      { namespace: 'email', kind: 'email', attribute: 'mail', bindings: [{ entity: 'clicks', attribute: 'who' }] },
      { namespace: 'phone', kind: 'phone', attribute: 'e164', bindings: [{ entity: 'calls', attribute: 'e164' }] },
      { namespace: 'crm', kind: 'id', attribute: 'id', bindings: [{ entity: 'calls', attribute: 'call' }] },
    ];
    const unknown = { email: 'deny', sms: 'deny', push: 'deny', postal: 'allow' } as const;
    const save = (of: IdentitySettings[]) =>
      saveProfile(bench.ctx, { entity: 'people', unknownConsent: unknown, suppression: [], identities: of });
    await expect(save([{ namespace: 'phone', kind: 'phone', attribute: 'mobile', bindings: [] }])).rejects.toMatchObject({
      code: 'identity-not-phone',
    });
    await expect(save([{ namespace: 'email', kind: 'email', attribute: 'email', bindings: [] }])).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await reconcileProfile(bench.ctx)).toEqual({ identities: [], tables: [] });
    await save(identities);
    const found = reconciliation.parse(await reconcileProfile(bench.ctx)).identities;
    expect(found.map((m) => [m.namespace, m.entity, m.rows, m.empty, m.matched, m.orphans, m.ambiguous, m.profiles])).toEqual([
      ['email', 'people', 5, 1, 4, 0, 2, 4],
      ['email', 'clicks', 3, 0, 2, 1, 1, 3],
      ['phone', 'people', 5, 2, 3, 0, 0, 3],
      ['phone', 'calls', 6, 2, 3, 1, 0, 2],
      ['crm', 'people', 5, 0, 5, 0, 0, 5],
      ['crm', 'calls', 6, 0, 5, 1, 0, 5],
    ]);
    await expect(removeAttribute(bench.ctx, 'calls', 'e164')).rejects.toMatchObject({ code: 'attribute-in-use' });
  });

  it('tables that say something of people tell whose their rows are', async () => {
    await load(
      bench,
      'asked.csv',
      'who,channel,value,at\n1,sms,y,2024-01-01\n1,email,n,2024-01-02\n9,sms,y,2024-01-01\n,sms,y,2024-01-01\n',
      {
        id: 'asked',
        key: ['row_number'],
      },
    );
    await load(
      bench,
      'never.csv',
      'row,mail,tel,who\n1,ANA@example.test,600 11 22 33,1\n2,no@example.test,0033 6 12 34 56 78,x\n3,,12,\n',
      {
        id: 'never',
        key: ['row'],
      },
    );
    const list = (name: string, matches: SuppressionList['matches'], attribute: string): SuppressionList => ({
      name,
      entity: 'never',
      attribute,
      matches,
      channels: ['email'],
    });
    const lists = [list('mails', 'email', 'mail'), list('numbers', 'phone', 'tel'), list('keys', 'profile', 'who')];
    const profile: ProfileSettings = {
      entity: 'people',
      email: 'mail',
      phone: 'mobile',
      unknownConsent: { email: 'deny', sms: 'deny', push: 'deny', postal: 'allow' },
      suppression: lists,
      identities: [{ namespace: 'email', kind: 'email', attribute: 'mail', bindings: [{ entity: 'clicks', attribute: 'who' }] }],
      consent: { entity: 'asked', profile: ['who'], channel: 'channel', value: 'value', at: 'at' },
      history: { entity: 'clicks', profile: ['who'], at: 'click', unsent: [], responded: [] },
    };
    await saveProfile(bench.ctx, profile);
    const told = async () =>
      (await reconcileProfile(bench.ctx)).tables.map((m) => [
        m.list ?? m.kind,
        m.rows,
        m.empty,
        m.matched,
        m.orphans,
        m.ambiguous,
        m.profiles,
      ]);
    expect(await told()).toEqual([
      ['consent', 4, 1, 2, 1, 0, 1],
      ['history', 3, 0, 2, 1, 1, 3],
      ['mails', 3, 1, 1, 1, 1, 2],
      ['numbers', 3, 0, 1, 2, 0, 1],
      ['keys', 3, 1, 1, 1, 0, 1],
    ]);
    await saveProfile(bench.ctx, { ...profile, email: undefined, consent: undefined });
    expect((await told()).map(([of]) => of)).toEqual(['history', 'numbers', 'keys']);
  });
});
