import { expect, test } from 'vitest';
import { codes, wordsFor } from '../../../core/base/codes';
import { mendedIn } from '../../../renderer/state/mending';

test('every problem whose hint names the settings of the workspace leads there', () => {
  const named = codes.filter((code) => /\b(?:the|workspace) settings\b/.test(wordsFor(code, {}, 'en').hint ?? ''));
  expect(named).toContain('sending-no-profile');
  expect(named.filter((code) => mendedIn[code] === undefined)).toEqual([]);
});
