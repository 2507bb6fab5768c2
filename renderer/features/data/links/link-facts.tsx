import { useEffect, useRef, useState } from 'react';
import type { LinkProposal } from '../../../../core/model/data-report';
import type { Link } from '../../../../core/model/entity';
import { attempt } from '../../../state/failures';
import { call } from '../../../state/host';
import { useFormats, useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { LinkWords } from './link-words';

/** A link in words, with what its values say about it. */
export function LinkFacts({ link, measured }: { link: Link; measured?: LinkProposal }) {
  const t = useText();
  const f = useFormats();
  const [own, setOwn] = useState<LinkProposal>();
  const facts = measured ?? own;
  const leaving = useRef<AbortController>(undefined);
  useEffect(() => () => leaving.current?.abort(), []);
  const measure = async () => {
    leaving.current = new AbortController();
    setOwn(await call('model.measureLink', { link }, { signal: leaving.current.signal }));
  };
  return (
    <>
      <LinkWords link={link} />
      {facts ? (
        <span className="row">
          <span className="badge" data-tone={facts.matchRate >= 0.99 ? 'success' : 'warning'}>
            {t.data.matchRate} {f.percent(facts.matchRate)}
          </span>
          <span className="badge" title={t.data.orphansSaid(f.number(facts.orphansFrom), f.number(facts.orphansTo), link.from, link.to)}>
            {t.data.orphans} {f.number(facts.orphansFrom)} / {f.number(facts.orphansTo)}
          </span>
          <span className="badge" data-tone={facts.cardinality === 'N-N' ? 'danger' : undefined}>
            {facts.cardinality}
          </span>
        </span>
      ) : (
        <span className="row">
          <span className="badge">{link.cardinality}</span>
          <Button label={t.data.measure} size="small" onClick={() => attempt(measure)} />
        </span>
      )}
    </>
  );
}
