import { expect, it } from 'vitest';
import { limitBytes } from '../../../renderer/app/memory-limit';
import { formatsFor } from '../../../renderer/text/formats';

it('reads how much memory the engine may take, to be written beside what it has', () => {
  expect(limitBytes('4.0 GiB')).toBe(4 * 1024 ** 3);
  expect(limitBytes('572.2 MiB')).toBe(599_995_187);
  expect(limitBytes('no limit')).toBeUndefined();
  expect(formatsFor('es').bytes(limitBytes('4.0 GiB') ?? 0)).toBe('4,3 GB');
});
