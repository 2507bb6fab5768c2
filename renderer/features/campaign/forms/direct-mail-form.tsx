import { ArrowDown, ArrowUp, Ellipsis, Trash2 } from 'lucide-react';
import type { DirectMailMessage, MailLayout } from '../../../../core/model/message';
import { useText } from '../../../text/use-text';
import { AddButton, Button } from '../../../ui/button';
import { Switch } from '../../../ui/choice';
import { Field, Input } from '../../../ui/field';
import { Menu, MenuItem } from '../../../ui/menu';
import { plainOptions, Select } from '../../../ui/select';
import { FieldProblems } from '../problems-here';
import type { FormProps } from './form-props';
import { NamesField } from './inputs';
import { MessageFields } from './message-fields';

export function DirectMailForm({ activity, dimension, added, onChange }: FormProps<'direct-mail'>) {
  const t = useText();
  const { message } = activity;
  const { layout } = message;
  const change = (part: Partial<DirectMailMessage>, squash?: string) => onChange({ ...activity, message: { ...message, ...part } }, squash);
  const set = (part: Partial<MailLayout>, squash?: string) => change({ layout: { ...layout, ...part } }, squash);
  const delimiters = ([',', ';', '\t', '|'] as const).map((value) => ({ value, label: t.forms.delimiters[value] }));
  return (
    <>
      <h3>{t.forms.layout}</h3>
      <LayoutColumns columns={layout.columns} onChange={(columns, squash) => set({ columns }, squash)} />
      <FieldProblems steps={['message', 'layout']} />
      <div className="pair">
        <Field label={t.forms.delimiter}>
          {(id) => <Select id={id} value={layout.delimiter} options={delimiters} onChange={(delimiter) => set({ delimiter })} />}
        </Field>
        <Field label={t.forms.encoding}>
          {(id) => (
            <Select
              id={id}
              value={layout.encoding}
              options={plainOptions(['utf-8', 'windows-1252', 'iso-8859-1', 'iso-8859-15', 'utf-16le'] as const)}
              onChange={(encoding) => set({ encoding })}
            />
          )}
        </Field>
        <Field label={t.forms.lineEnd}>
          {(id) => (
            <Select
              id={id}
              value={layout.lineEnd}
              options={(['crlf', 'lf'] as const).map((value) => ({ value, label: t.forms.lineEnds[value] }))}
              onChange={(lineEnd) => set({ lineEnd })}
            />
          )}
        </Field>
      </div>
      <NamesField label={t.forms.sort} value={layout.sort} onChange={(sort) => set({ sort }, 'sort')} />
      <Switch label={t.forms.header} checked={layout.header} onChange={(header) => set({ header })} />
      <Switch
        label={t.forms.neutralise}
        checked={layout.neutraliseFormulas}
        onChange={(neutraliseFormulas) => set({ neutraliseFormulas })}
      />
      <h3 className="form-line">{t.forms.delivery}</h3>
      <MessageFields message={message} dimension={dimension} added={added} onChange={change} />
    </>
  );
}

function LayoutColumns({
  columns,
  onChange,
}: {
  columns: MailLayout['columns'];
  onChange: (columns: MailLayout['columns'], squash?: string) => void;
}) {
  const t = useText();
  const set = (i: number, part: Partial<MailLayout['columns'][number]>, squash: string) =>
    onChange(
      columns.map((c, j) => (j === i ? { ...c, ...part } : c)),
      squash,
    );
  const swap = (i: number, k: number) => {
    const next = [...columns];
    const [taken] = next.splice(i, 1);
    if (taken) next.splice(k, 0, taken);
    onChange(next);
  };
  return (
    <div className="layout-columns" role="group" aria-label={t.forms.layout}>
      <span className="field-label">{t.forms.column}</span>
      <span className="field-label">{t.forms.contentLiquid}</span>
      <span />
      {columns.map((column, i) => (
        <div style={{ display: 'contents' }} key={i}>
          <Input label={t.forms.column} value={column.label} onChange={(label) => label && set(i, { label }, `label/${i}`)} />
          <Input
            className="mono"
            label={t.forms.contentLiquid}
            value={column.content}
            onChange={(content) => set(i, { content }, `content/${i}`)}
          />
          <Menu align="end" trigger={<Button label={t.forms.columnActs(column.label)} icon={Ellipsis} iconOnly size="small" />}>
            <MenuItem label={t.forms.moveUp} icon={ArrowUp} disabled={i === 0} onPick={() => swap(i, i - 1)} />
            <MenuItem label={t.forms.moveDown} icon={ArrowDown} disabled={i === columns.length - 1} onPick={() => swap(i, i + 1)} />
            <MenuItem
              label={t.common.remove}
              icon={Trash2}
              look="danger"
              disabled={columns.length === 1}
              onPick={() => onChange(columns.filter((_, j) => j !== i))}
            />
          </Menu>
        </div>
      ))}
      <AddButton label={t.forms.addColumn} onClick={() => onChange([...columns, { label: `column_${columns.length + 1}`, content: '' }])} />
    </div>
  );
}
