import { Code } from 'lucide-react';
import { useState } from 'react';
import type { Rule } from '../../../../core/model/rule';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { RuleSqlDialog } from './rule-sql-dialog';

interface Props {
  rule: Rule;
  entity: string;
  onChange: (rule: Rule) => void;
}

export function RuleSqlButton(props: Props) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button label={t.ruleSql.open} icon={Code} iconOnly size="small" onClick={() => setOpen(true)} />
      {open && <RuleSqlDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
