import { useFormats, useText } from '../../../text/use-text';
import { ListTable } from '../../../ui/list-table';
import { Failure, ProblemNotice } from '../../../ui/problem-notice';
import type { PartDone } from './load-part';
import { partOf } from './parts-left';

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
      {done.flatMap((one) =>
        one.outcome === 'loaded'
          ? one.problems.map((problem, i) => <ProblemNotice key={`${nameOf(one)} ${i}`} problem={problem} about={nameOf(one)} />)
          : one.outcome === 'failed'
            ? [<Failure key={nameOf(one)} error={one.error} about={nameOf(one)} />]
            : [],
      )}
    </section>
  );
}

function nameOf({ part, preview }: PartDone): string {
  const { member, sheet } = preview ? partOf(preview) : part;
  return [member, sheet].filter((name) => name !== undefined).join(' › ');
}

function Row({ one }: { one: PartDone }) {
  const t = useText();
  const f = useFormats();
  if (one.outcome === 'loaded')
    return (
      <tr>
        <td>{nameOf(one)}</td>
        <td>{one.summary.entity.name}</td>
        <td className="number">{f.number(one.summary.added)}</td>
        <td className="number">{f.number(one.summary.rejected)}</td>
      </tr>
    );
  return (
    <tr>
      <td>{nameOf(one)}</td>
      <td className="muted" colSpan={3}>
        {one.outcome === 'failed' ? t.import.notLoaded : t.import.entityThere(one.entity)}
      </td>
    </tr>
  );
}
