import { useCallback, useMemo, useState } from 'react';
import type { Campaign } from '../../../../core/model/campaign';
import type { FieldFilter, PopulationChoice } from '../../../../core/model/population';
import { useData } from '../../../state/data';
import { call } from '../../../state/host';
import { useLibrary } from '../../../state/library';
import { usePersonal } from '../../../state/personal';
import { entityNamed } from '../../../state/reach';
import { useAsked } from '../../../state/use-asked';
import { useSettled } from '../../../state/use-settled';
import { askWhy } from '../../../state/why';
import { useText } from '../../../text/use-text';
import { cellText } from '../../../ui/cells';
import { Grid } from '../../../ui/grid';
import type { RowAct } from '../../../ui/grid-row';
import type { LoadPage } from '../../../ui/pages';
import { dimensionOut } from '../population';
import { NotCounted } from './not-counted';
import { type FilterableColumn, isAsked, nameOf, RowFilters } from './row-filters';
import { useMeaning } from './use-meaning';

/** The rows on a transition: all, or those that pass what is asked of their columns. */
export function RowsTab({
  campaign,
  activity,
  output,
  rows,
}: {
  campaign: Campaign;
  activity: string;
  output: string;
  /** How many there are; unknown until they are counted. */
  rows: number | undefined;
}) {
  const meant = useMeaning(campaign, activity);
  const known = rows !== undefined;
  const population = useMemo<PopulationChoice>(() => ({ kind: 'output', campaign: meant, activity, output }), [meant, activity, output]);
  const columns = useColumns(known ? population : undefined);
  const [written, setWritten] = useState<FieldFilter[]>([]);
  const there = written.filter((f) => columns.some((c) => nameOf(c.field) === nameOf(f.field)));
  const asked = useSettled(JSON.stringify(there), 300);
  const load = useMemo<LoadPage>(() => {
    const wanted: FieldFilter[] = JSON.parse(asked);
    // What is asked for is shown beside what the rows have themselves.
    const fields = [...new Map(wanted.map(({ field }) => [nameOf(field), field])).values()];
    const filters = wanted.filter(isAsked);
    return (window, sort, signal) =>
      call('population.rows', { population, fields, filters, ...window, ...(sort ? { sort } : {}) }, { signal });
  }, [population, asked]);
  const why = useWhyOf(meant, activity);
  const personal = usePersonal();
  if (!known) return <NotCounted />;
  return (
    <div className="dock-rows">
      <RowFilters population={population} columns={columns} filters={there} onChange={setWritten} />
      <Grid load={load} of={rows} sortable personal={personal} {...(why ? { act: why } : {})} />
    </div>
  );
}

/** What rows can be asked: their columns, attributes and those along single links, but for lists, which have no value to compare. */
function useColumns(population: PopulationChoice | undefined): FilterableColumn[] {
  const ask = useMemo(() => population && ((signal: AbortSignal) => call('population.fields', { population }, { signal })), [population]);
  const { value } = useAsked(ask);
  return useMemo(() => (value ?? []).flatMap(({ field, type }) => (type === 'list' ? [] : [{ field, type }])), [value]);
}

/** Asks why of a row that is shown, where it is known whose row it is. */
function useWhyOf(campaign: Campaign, id: string): RowAct | undefined {
  const t = useText();
  const model = useData((state) => state.model);
  const audiences = useLibrary((state) => state.audiences);
  const activity = campaign.flow.activities.find((a) => a.id === id);
  const entity = activity && entityNamed(model, dimensionOut(campaign, model, audiences ?? [], activity));
  const keyOf = useCallback<RowAct['on']>(
    (row) => {
      const values = entity?.key.map((name) => row(name)) ?? [];
      if (entity) askWhy({ entity: entity.name, key: values.map((value) => cellText(value ?? null) ?? '') });
    },
    [entity],
  );
  return useMemo(() => entity && { label: t.why.ask, on: keyOf }, [entity, t, keyOf]);
}
