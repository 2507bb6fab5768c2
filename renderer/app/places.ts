import { Database, House, type LucideIcon, Send, Settings, SquareTerminal, Users, Workflow } from 'lucide-react';
import type { PlaceName } from '../state/session';

export const placeIcons: Record<PlaceName, LucideIcon> = {
  home: House,
  data: Database,
  audiences: Users,
  sql: SquareTerminal,
  campaigns: Workflow,
  delivery: Send,
  settings: Settings,
};

/** Places that mean nothing before a workspace is open. */
export const needsWorkspace: ReadonlySet<PlaceName> = new Set(['data', 'audiences', 'sql', 'campaigns', 'delivery']);
