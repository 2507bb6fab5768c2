import { Pencil } from 'lucide-react';
import { Fragment, useEffect, useState } from 'react';
import type { Attribute, Entity } from '../../../core/model/entity';
import { fullMask } from '../../../core/model/personal';
import type { ColumnProfile } from '../../../core/model/report';
import { useData } from '../../state/data';
import { isCancelled } from '../../state/failures';
import { call } from '../../state/host';
import { runJob } from '../../state/jobs';
import { usePersonal } from '../../state/personal';
import { useFormats, useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { cellText } from '../../ui/cells';
import { Bars, Sparkbars } from '../../ui/distribution';
import { figuresOf } from '../../ui/figures';
import { PersonalFrame } from '../../ui/personal-frame';
import { Failure } from '../../ui/problem-notice';
import { AttributeDialog } from './attribute-dialog';
import { OfferedLinks } from './links/offered-links';

/** Every attribute with how full it is, how many values it has and how they are distributed. Rows appear as they are measured. */
export function ColumnProfiles({ entity }: { entity: Entity }) {
  const t = useText();
  const f = useFormats();
  const [profiles, setProfiles] = useState<ReadonlyMap<string, ColumnProfile>>(new Map());
  const [error, setError] = useState<unknown>();
  const [open, setOpen] = useState<string>();
  const [editing, setEditing] = useState<Attribute>();
  const personal = usePersonal();
  const links = useData((state) => state.model.links);
  useEffect(() => {
    const control = new AbortController();
    const take = (found: readonly ColumnProfile[]) =>
      setProfiles((was) => new Map([...was, ...found.map((p): [string, ColumnProfile] => [p.name, p])]));
    const ask = (signal: AbortSignal) =>
      call('entity.columns', { entity: entity.name }, { signal, onProgress: (profile) => !control.signal.aborted && take([profile]) });
    runJob(t.data.measuring(entity.name), (job) => ask(job.signal), control.signal).then(
      (all) => !control.signal.aborted && take(all),
      (reason: unknown) => !isCancelled(reason) && setError(reason),
    );
    return () => control.abort();
  }, [entity.name, entity.dataVersion, t]);
  return (
    <PersonalFrame holds={entity.attributes.some((attribute) => attribute.personal !== undefined)} personal={personal}>
      <div className="place-body">
        {error !== undefined && <Failure error={error} />}
        <OfferedLinks entity={entity} />
        <div className="page card">
          <table className="list-table">
            <thead>
              <tr>
                <th>{t.rules.attribute}</th>
                <th>{t.data.type}</th>
                <th className="number">{t.data.emptyShare}</th>
                <th className="number">{t.data.distinct}</th>
                <th>{t.data.range}</th>
                <th>{t.data.distribution}</th>
              </tr>
            </thead>
            <tbody>
              {entity.attributes.map((attribute) => {
                const profile = profiles.get(attribute.name);
                const hidden = attribute.personal !== undefined && !personal.shown;
                const say = profile ? figuresOf({ entity, attribute, links, profile }, t, f) : cellText;
                const range = profile && !hidden ? [say(profile.min), say(profile.max)].filter((x) => x !== null) : [];
                const shown = open === attribute.name && !hidden;
                return (
                  <Fragment key={attribute.name}>
                    <tr className="attribute-row">
                      <td>
                        <div className="row attribute-name">
                          <span className="row">
                            <button
                              type="button"
                              className="link"
                              aria-expanded={shown}
                              onClick={() => setOpen(shown ? undefined : attribute.name)}
                            >
                              {attribute.name}
                            </button>
                            <Button
                              label={t.data.editAttribute(attribute.name)}
                              icon={Pencil}
                              size="small"
                              iconOnly
                              onClick={() => setEditing(attribute)}
                            />
                          </span>
                          {entity.key.includes(attribute.name) && <span className="badge">{t.data.key}</span>}
                          {attribute.derived && <span className="badge">{t.data.derivedBadge}</span>}
                          {attribute.personal && <span className="badge">{t.data.personalLabels[attribute.personal]}</span>}
                        </div>
                        {attribute.description && <div className="field-hint">{attribute.description}</div>}
                      </td>
                      <td className="muted nowrap">{t.data.types[attribute.type]}</td>
                      <td className="number">
                        {profile ? f.share(profile.rows === 0 ? 0 : profile.empty / profile.rows) : t.common.unknown}
                      </td>
                      <td className="number">{f.count(profile?.distinct)}</td>
                      <td className="muted">
                        <div className="profile-range" title={range.join(' – ')}>
                          {hidden && fullMask}
                          {range.map((end, i) => (
                            <span key={i} className="truncate">
                              {i === 0 && range.length > 1 ? `${end} – ` : end}
                            </span>
                          ))}
                        </div>
                      </td>
                      <td>{profile && !hidden && <Sparkbars profile={profile} />}</td>
                    </tr>
                    {shown && profile && (
                      <tr>
                        <td colSpan={6}>
                          <Bars profile={profile} say={say} />
                        </td>
                      </tr>
                    )}
                  </Fragment>
                );
              })}
            </tbody>
          </table>
        </div>
        {editing && <AttributeDialog entity={entity} attribute={editing} onClose={() => setEditing(undefined)} />}
      </div>
    </PersonalFrame>
  );
}
