import {
  ArrowRightLeft,
  BellRing,
  CirclePlay,
  Code,
  Combine,
  CopyMinus,
  Dices,
  FileInput,
  Flag,
  GitFork,
  Hourglass,
  Library,
  type LucideIcon,
  Mail,
  Mailbox,
  Merge,
  Save,
  ScanSearch,
  Signpost,
  Split,
  TableProperties,
  UserPlus,
  Users,
} from 'lucide-react';
import type { ActivityType } from '../../../core/model/activity';

export type Family = 'source' | 'shape' | 'store' | 'steer' | 'message';

/** How a kind of activity looks; in the order of the palette. */
export const kinds: Record<ActivityType, { icon: LucideIcon; family: Family }> = {
  'build-audience': { icon: Users, family: 'source' },
  'read-audience': { icon: Library, family: 'source' },
  'incremental-query': { icon: UserPlus, family: 'source' },
  'load-file': { icon: FileInput, family: 'source' },
  sql: { icon: Code, family: 'source' },
  combine: { icon: Combine, family: 'shape' },
  'change-dimension': { icon: ArrowRightLeft, family: 'shape' },
  reconcile: { icon: ScanSearch, family: 'shape' },
  deduplicate: { icon: CopyMinus, family: 'shape' },
  enrich: { icon: TableProperties, family: 'shape' },
  split: { icon: Split, family: 'shape' },
  sample: { icon: Dices, family: 'shape' },
  'save-audience': { icon: Save, family: 'store' },
  start: { icon: CirclePlay, family: 'steer' },
  fork: { icon: GitFork, family: 'steer' },
  'and-join': { icon: Merge, family: 'steer' },
  wait: { icon: Hourglass, family: 'steer' },
  test: { icon: Signpost, family: 'steer' },
  alert: { icon: BellRing, family: 'steer' },
  end: { icon: Flag, family: 'steer' },
  email: { icon: Mail, family: 'message' },
  'direct-mail': { icon: Mailbox, family: 'message' },
};

export const activityTypes = Object.keys(kinds) as ActivityType[];
