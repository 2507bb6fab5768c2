import {
  Bookmark,
  CircleDot,
  Code,
  Filter,
  Group,
  ListOrdered,
  type LucideIcon,
  MailCheck,
  Plus,
  Sigma,
  Trophy,
  Waypoints,
} from 'lucide-react';
import type { Rule } from '../../../../core/model/rule';
import { useData } from '../../../state/data';
import { useLibrary } from '../../../state/library';
import { useSession } from '../../../state/session';
import { type Text, useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Menu, MenuItem, MenuLabel } from '../../../ui/menu';
import { newPart, type PartKind, partKinds } from './new-part';

const icons: Record<PartKind, LucideIcon> = {
  attribute: CircleDot,
  any: Group,
  top: Trophy,
  related: Waypoints,
  aggregate: Sigma,
  ordered: ListOrdered,
  history: MailCheck,
  audience: Bookmark,
  filter: Filter,
  sql: Code,
};

function partNames({ rules, parts }: Text): Record<PartKind, string> {
  return {
    attribute: rules.addCondition,
    any: rules.addGroup,
    top: parts.addTop,
    related: rules.addRelated,
    aggregate: rules.addAggregate,
    ordered: parts.addOrdered,
    history: parts.addHistory,
    audience: parts.addAudience,
    filter: parts.addFilter,
    sql: parts.addSql,
  };
}

interface Props {
  entity: string;
  onAdd: (rule: Rule) => void;
}

/** Adds a part to a group; what the data have nothing for cannot be picked. */
export function AddPart(props: Props) {
  const t = useText();
  return (
    <Menu align="end" trigger={<Button label={t.common.add} icon={Plus} size="small" />}>
      <Kinds {...props} />
    </Menu>
  );
}

function Kinds({ entity, onAdd }: Props) {
  const t = useText();
  const model = useData((state) => state.model);
  const { audiences, filters } = useLibrary();
  const profile = useSession((state) => state.settings?.profile?.entity);
  const names = partNames(t);
  const around = { model, entity, audiences: audiences ?? [], filters: filters ?? [], profile };
  const item = (kind: PartKind) => {
    const part = newPart(kind, around);
    return <MenuItem key={kind} label={names[kind]} icon={icons[kind]} disabled={!part} onPick={() => part && onAdd(part)} />;
  };
  return (['here', 'related', 'saved'] as const).map((section) => [
    <MenuLabel key={section} text={t.parts.sections[section]} />,
    ...partKinds[section].map(item),
  ]);
}
