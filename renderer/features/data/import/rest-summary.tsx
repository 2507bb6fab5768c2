import { tableCalled } from '../../../../core/model/recipe';
import { useFormats, useText } from '../../../text/use-text';
import { ListTable } from '../../../ui/list-table';
import { Failure, ProblemNotice } from '../../../ui/problem-notice';
import type { PartDone } from './load-part';

/** What became of the parts of a file that were loaded as proposed. */
export function RestSummary({ done }: { done: readonly PartDone[] }) {
  const t = useText();
  const heads = [t.import.part, t.import.entity, { number: t.import.added }, { number: t.import.rejected }];
  return (
    <section className="section" data-testid="rest-summary">
      <ListTable label={t.import.rest} heads={heads}>
        {done.map((one, i) => (
          <Row key={i} one={one} />
        ))}
      </ListTable>
      {done.map((one, i) => (
        <Told key={i} one={one} />
      ))}
    </section>
  );
}

/** What is to be said of a part, loaded or not. */
function Told({ one }: { one: PartDone }) {
  const about = tableCalled(one.part);
  if (one.outcome === 'failed') return <Failure error={one.error} about={about} />;
  if (one.outcome === 'exists') return null;
  const problems = [...one.preview.problems, ...one.summary.problems];
  return problems.map((problem, i) => <ProblemNotice key={i} problem={problem} about={about} />);
}

function Row({ one }: { one: PartDone }) {
  const t = useText();
  const f = useFormats();
  if (one.outcome === 'loaded')
    return (
      <tr>
        <td>{tableCalled(one.part)}</td>
        <td>{one.summary.entity.name}</td>
        <td className="number">{f.number(one.summary.added)}</td>
        <td className="number">{f.number(one.summary.rejected)}</td>
      </tr>
    );
  return (
    <tr>
      <td>{tableCalled(one.part)}</td>
      <td className="muted" colSpan={3}>
        {one.outcome === 'failed' ? t.import.notLoaded : t.import.entityThere(one.preview.entity)}
      </td>
    </tr>
  );
}
