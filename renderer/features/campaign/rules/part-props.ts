import type { ComponentType } from 'react';
import type { Rule } from '../../../../core/model/rule';

/** Edits a rule inside a rule; handed down, so that the parts need not know the editor they are in. */
export type Editor = ComponentType<{ rule: Rule; entity: string; onChange: (rule: Rule) => void }>;

/** What the editor of one kind of part gets. `entity`: whose rows the part is about. */
export interface PartProps<K extends Rule['kind']> {
  rule: Extract<Rule, { kind: K }>;
  entity: string;
  onChange: (rule: Rule) => void;
  onRemove: () => void;
  editor: Editor;
}
