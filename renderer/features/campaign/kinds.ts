import {
  ArrowRightLeft,
  Code,
  Combine,
  CopyMinus,
  Library,
  type LucideIcon,
  Mail,
  Mailbox,
  Save,
  Split,
  TableProperties,
  Users,
} from 'lucide-react';
import type { ActivityType } from '../../../core/model/activity';

export type Family = 'source' | 'shape' | 'store' | 'message';

/** How a kind of activity looks; in the order of the palette. */
export const kinds: Record<ActivityType, { icon: LucideIcon; family: Family }> = {
  'build-audience': { icon: Users, family: 'source' },
  'read-audience': { icon: Library, family: 'source' },
  sql: { icon: Code, family: 'source' },
  combine: { icon: Combine, family: 'shape' },
  'change-dimension': { icon: ArrowRightLeft, family: 'shape' },
  deduplicate: { icon: CopyMinus, family: 'shape' },
  enrich: { icon: TableProperties, family: 'shape' },
  split: { icon: Split, family: 'shape' },
  'save-audience': { icon: Save, family: 'store' },
  email: { icon: Mail, family: 'message' },
  'direct-mail': { icon: Mailbox, family: 'message' },
};

export const activityTypes = Object.keys(kinds) as ActivityType[];
export const families: Family[] = ['source', 'shape', 'store', 'message'];
