import type { LucideIcon } from 'lucide-react';
import { Copy, FoldVertical, Group, Trash2, UnfoldVertical, Ungroup, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Group as GroupDocument, type Note, noteRoles } from '../../../../core/model/annotations';
import type { Campaign } from '../../../../core/model/campaign';
import { select } from '../../../state/campaign';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Field, Input, NumberInput, TextArea } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { duplicateSelected, removeSelected } from '../canvas/actions';
import { noteBox } from '../canvas/frames';
import { labelOf } from '../sentence';
import { changeNote, fold, renameGroup, resizeNote, takeOut, ungroupSelected } from './actions';
import { noteIcons } from './note-roles';
import { groupWords, noteWords } from './words';

/** What can be changed of a note or a group. */
export function AnnotationPane({ id, campaign }: { id: string; campaign: Campaign }) {
  const note = campaign.notes?.[id];
  const group = campaign.groups?.[id];
  if (note) return <NotePane id={id} note={note} campaign={campaign} />;
  return group ? <GroupPane id={id} group={group} campaign={campaign} /> : null;
}

function Head({ icon: Icon, title, hint, children }: { icon: LucideIcon; title: string; hint: string; children?: ReactNode }) {
  const t = useText();
  return (
    <header className="inspector-head" data-family="steer">
      <span className="node-icon">
        <Icon aria-hidden />
      </span>
      <div className="grow">
        <h2 className="truncate">{title}</h2>
        <p className="field-hint truncate">{hint}</p>
      </div>
      <div className="row">
        {children}
        <Button label={t.campaign.duplicate} icon={Copy} iconOnly keys="Ctrl+D" onClick={() => duplicateSelected(t)} />
        <Button label={t.campaign.delete} icon={Trash2} iconOnly keys="Del" onClick={() => removeSelected(t)} />
      </div>
    </header>
  );
}

function NotePane({ id, note, campaign }: { id: string; note: Note; campaign: Campaign }) {
  const t = useText();
  const words = t.annotations;
  const box = noteBox(campaign.layout[id]);
  return (
    <>
      <Head icon={noteIcons[note.role]} title={words.note} hint={words.notePurpose} />
      <div className="inspector-body">
        <Field label={words.role}>
          {(field) => (
            <Select
              id={field}
              value={note.role}
              options={noteRoles.map((role) => ({ value: role, label: words.roles[role] }))}
              onChange={(role) => changeNote(id, { ...note, role }, t)}
            />
          )}
        </Field>
        <Field label={words.words}>
          {(field) => (
            <TextArea
              id={field}
              rows={6}
              maxLength={4000}
              value={note.text}
              onChange={(text) => changeNote(id, { ...note, text }, t, 'text')}
            />
          )}
        </Field>
        <div className="row">
          {(['width', 'height'] as const).map((side) => (
            <Field key={side} label={words[side]}>
              {(field) => (
                <NumberInput
                  id={field}
                  whole
                  min={64}
                  max={2000}
                  step={8}
                  value={box[side]}
                  onChange={(length) => resizeNote(id, { ...box, [side]: length }, t)}
                />
              )}
            </Field>
          ))}
        </div>
      </div>
    </>
  );
}

function GroupPane({ id, group, campaign }: { id: string; group: GroupDocument; campaign: Campaign }) {
  const t = useText();
  const words = t.annotations;
  const { collapsed = false } = group;
  return (
    <>
      <Head icon={Group} title={words.group} hint={groupWords(campaign, id, t, false)}>
        <Button
          label={collapsed ? words.expand : words.collapse}
          icon={collapsed ? UnfoldVertical : FoldVertical}
          iconOnly
          keys="F"
          onClick={() => fold([id], !collapsed, t)}
        />
        <Button label={words.ungroup} icon={Ungroup} iconOnly keys="U" onClick={() => ungroupSelected(t)} />
      </Head>
      <div className="inspector-body">
        <Field label={words.title}>
          {(field) => <Input id={field} maxLength={200} value={group.title} onChange={(title) => renameGroup(id, title, t)} />}
        </Field>
        <section aria-label={words.members}>
          <h3>{words.members}</h3>
          <ul className="group-members">
            {group.members.map((member) => (
              <Member key={member} id={member} campaign={campaign} />
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}

function Member({ id, campaign }: { id: string; campaign: Campaign }) {
  const t = useText();
  const activity = campaign.flow.activities.find((a) => a.id === id);
  const note = campaign.notes?.[id];
  const label = activity ? labelOf(activity, t) : note && noteWords(note, t);
  if (label === undefined) return null;
  return (
    <li className="row">
      <button
        type="button"
        className="link grow truncate"
        onClick={() => select(activity ? { activities: [id] } : { activities: [], annotations: [id] })}
      >
        {label}
      </button>
      <Button label={t.annotations.takeOut(label)} icon={X} iconOnly size="small" onClick={() => takeOut(id, t)} />
    </li>
  );
}
