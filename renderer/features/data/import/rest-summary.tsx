import { tableCalled, tableNamed } from '../../../../core/model/recipe';
import type { Waiting } from '../../../state/imports';
import { useFormats, useText } from '../../../text/use-text';
import { ListTable } from '../../../ui/list-table';
import { Failure, ProblemNotice } from '../../../ui/problem-notice';
import { listedAs } from './listed-as';
import type { TableDone } from './load-table';

/** What became of the tables that were loaded as proposed: parts of the file in the dialog, and of others. */
export function RestSummary({ done, file }: { done: readonly TableDone[]; file: Waiting }) {
  const t = useText();
  const isOther = done.some(({ table }) => table.file.turn !== file.turn);
  const called = ({ table }: TableDone) => (isOther ? tableNamed({ path: table.file.path, ...table.part }) : tableCalled(table.part));
  const heads = [t.import.listed[listedAs(done, isOther)], t.import.entity, { number: t.import.added }, { number: t.import.rejected }];
  return (
    <section className="section rest-summary" data-testid="rest-summary">
      <ListTable label={isOther ? t.import.restOfAll : t.import.rest} heads={heads}>
        {done.map((one, i) => (
          <Row key={i} one={one} called={called(one)} />
        ))}
      </ListTable>
      {done.map((one, i) => (
        <Told key={i} one={one} about={called(one)} />
      ))}
    </section>
  );
}

/** What is to be said of a table, loaded or not. */
function Told({ one, about }: { one: TableDone; about: string }) {
  if (one.outcome === 'failed') return <Failure error={one.error} about={about} />;
  if (one.outcome === 'exists') return null;
  const problems = [...one.preview.problems, ...one.summary.problems];
  return problems.map((problem, i) => <ProblemNotice key={i} problem={problem} about={about} />);
}

function Row({ one, called }: { one: TableDone; called: string }) {
  const t = useText();
  const f = useFormats();
  if (one.outcome === 'loaded')
    return (
      <tr>
        <td>{called}</td>
        <td>{one.summary.entity.name}</td>
        <td className="number">{f.number(one.summary.added)}</td>
        <td className="number">{f.number(one.summary.rejected)}</td>
      </tr>
    );
  return (
    <tr>
      <td>{called}</td>
      <td className="muted" colSpan={3}>
        {one.outcome === 'failed' ? t.import.notLoaded : t.import.entityThere(one.preview.entity)}
      </td>
    </tr>
  );
}
