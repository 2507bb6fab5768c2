import { expect, it } from 'vitest';
import { workspace } from '../../../core/model/workspace';
import { draftOnto } from '../../../renderer/state/settings-draft';
import { shopWorkspace } from '../../support/shop';

const before = workspace.parse({ ...shopWorkspace, name: 'Shop', control: { share: 0.1 } });

it('keeps what is being written beside what others changed meanwhile', () => {
  const now = { ...before, zone: 'America/Lima', name: 'Their name' };
  expect(draftOnto({ ...before, name: 'My name', control: undefined }, before, now)).toEqual({
    ...before,
    zone: 'America/Lima',
    name: 'My name',
    control: undefined,
  });
  expect(draftOnto({ ...before, name: 'Their name' }, before, now)).toBeUndefined();
});
