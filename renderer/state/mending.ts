import type { Code } from '../../core/base/codes';
import type { PlaceName } from './session';

/** Where problems are mended whose hint leads to another place. */
export const mendedIn: Partial<Record<Code, PlaceName>> = {
  'data-empty': 'data',
  'data-stale': 'data',
  'rule-history-key': 'settings',
  'rule-history-unmapped': 'settings',
  'rule-no-history': 'settings',
  'sending-consent-key': 'settings',
  'sending-list-unused': 'settings',
  'sending-no-address': 'settings',
  'sending-no-profile': 'settings',
};
