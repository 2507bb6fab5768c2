import { ArrowLeft } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Audience } from '../../../core/model/audience';
import type { AudienceOverlap } from '../../../core/model/report';
import { useData } from '../../state/data';
import { useAsked } from '../../state/use-asked';
import { useFormats, useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Failure } from '../../ui/problem-notice';
import { Progress } from '../../ui/progress';
import { layOver } from './overlap-asked';
import { PopulationRows } from './population-rows';
import { regionName } from './region-name';
import { RegionsTable } from './regions-table';
import { SaveRegionDialog } from './save-region-dialog';
import { Venn } from './venn';

/** Two to five audiences laid over each other: every region with its exact count, and who is in it. */
export function OverlapPage({ audiences, ids, onClose }: { audiences: readonly Audience[]; ids: readonly string[]; onClose: () => void }) {
  const model = useData((state) => state.model);
  const t = useText();
  const f = useFormats();
  const [chosen, setChosen] = useState(ids);
  const ask = useMemo(() => (signal: AbortSignal) => layOver(chosen, signal), [chosen]);
  const { value: laid, error } = useAsked(ask, model);
  const found = laid?.kind === 'laid' ? laid.overlap : undefined;
  const nameOf = (id: string) => audiences.find((a) => a.id === id)?.name ?? id;
  const dimension = audiences.find((a) => a.id === chosen[0])?.dimension;
  const turn = (id: string) => setChosen((was) => (was.includes(id) ? was.filter((c) => c !== id) : [...was, id]));
  const mayTurn = (id: string) => (chosen.includes(id) ? chosen.length > 2 : chosen.length < 5);
  return (
    <div className="place">
      <header className="place-head">
        <Button label={t.audiences.title} icon={ArrowLeft} iconOnly onClick={onClose} />
        <h1>{t.audiences.overlap}</h1>
        {found && <span className="badge">{t.audiences.together(f.number(found.union))}</span>}
        {found && (
          <span className="muted">
            {t.audiences.asOf} {f.moment(found.asOf)}
          </span>
        )}
      </header>
      <div className="overlap">
        <div className="row wrap chips" role="group" aria-label={t.audiences.title}>
          {audiences
            .filter((a) => a.dimension === dimension)
            .map(({ id, name }) => (
              <button
                key={id}
                type="button"
                className="chip"
                aria-pressed={chosen.includes(id)}
                disabled={!mayTurn(id)}
                onClick={() => turn(id)}
              >
                {name}
              </button>
            ))}
        </div>
        {error !== undefined && <Failure error={error} />}
        {laid?.kind === 'faults' &&
          laid.faults.map((fault) => <Failure key={fault.audience} error={fault.error} about={nameOf(fault.audience)} />)}
        {!laid && error === undefined && <Progress label={t.common.loading} />}
        {found && <Regions key={chosen.join('/')} found={found} audiences={audiences} />}
      </div>
    </div>
  );
}

function Regions({ found, audiences }: { found: AudienceOverlap; audiences: readonly Audience[] }) {
  const t = useText();
  const sets = useMemo(
    () =>
      found.audiences.map(({ audience, rows }) => ({
        id: audience,
        rows,
        name: audiences.find((a) => a.id === audience)?.name ?? audience,
      })),
    [found, audiences],
  );
  const [inside, setInside] = useState<string[]>();
  const [saving, setSaving] = useState(false);
  const region = inside && { audiences: sets.map((s) => s.id), inside };
  const title = regionName(sets, inside ?? [], t);
  return (
    <>
      <div className="overlap-pictures">
        <Venn sets={sets} regions={found.regions} inside={inside} onPick={setInside} />
        <RegionsTable sets={sets} found={found} inside={inside} onPick={setInside} />
      </div>
      {region ? (
        <section className="overlap-rows" aria-label={title}>
          <div className="section-head">
            <h2 className="grow">{title}</h2>
            <Button label={t.audiences.saveRegion} look="plain" onClick={() => setSaving(true)} />
          </div>
          <div className="card overlap-grid">
            <PopulationRows population={{ kind: 'region', ...region }} label={title} />
          </div>
        </section>
      ) : (
        <p className="muted">{t.audiences.pickRegion}</p>
      )}
      {region && saving && <SaveRegionDialog region={region} rules={found.rules} proposal={title} onClose={() => setSaving(false)} />}
    </>
  );
}
