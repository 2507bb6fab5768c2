import { useMemo, useState } from 'react';
import type { Entity, Link } from '../../../../core/model/entity';
import { useData } from '../../../state/data';
import { attempt } from '../../../state/failures';
import { call } from '../../../state/host';
import { runJob } from '../../../state/jobs';
import { useAsked } from '../../../state/use-asked';
import { useSteady } from '../../../state/use-steady';
import { useFormats, useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Failure } from '../../../ui/problem-notice';
import { LinkFacts } from './link-facts';
import { sameEnds } from './same-ends';

/** What matches less, and what is offered beyond the first, is found under Links by who looks for it. */
const wellMatched = 0.5;
const most = 3;

const linksOf = (links: readonly Link[], { name }: Entity) => links.filter((link) => link.from === name || link.to === name);

/** Offers links of an entity that has none: of one that was just made, before anybody misses them. */
export function OfferedLinks({ entity }: { entity: Entity }) {
  const t = useText();
  const f = useFormats();
  const links = useData((state) => state.model.links);
  const [wasAlone] = useState(linksOf(links, entity).length === 0);
  const said = useSteady(() => t.data.proposing);
  const ask = useMemo(() => {
    const propose = (signal: AbortSignal) => call('model.proposeLinks', { entity: entity.name }, { signal });
    return wasAlone ? (signal: AbortSignal) => runJob(said(), (job) => propose(job.signal), signal) : undefined;
  }, [wasAlone, entity.name, entity.dataVersion, said]);
  const { value: offers = [], error } = useAsked(ask);
  const accept = async (link: Link) => {
    await call('model.saveLink', { link });
    await useData.getState().refresh();
  };
  const open = offers
    .filter((offer) => offer.matchRate >= wellMatched && !links.some((link) => sameEnds(link, offer.link)))
    // Best is where its own rows lead.
    .toSorted((a, b) => Number(b.link.from === entity.name) - Number(a.link.from === entity.name));
  const beyond = open.length - most;
  if (error !== undefined) return <Failure error={error} />;
  if (open.length === 0) return null;
  return (
    <section className="page section" aria-label={t.data.proposals}>
      <h2>{linksOf(links, entity).length === 0 ? t.data.offersTitle : t.data.proposals}</h2>
      <p className="muted">{t.data.offersText}</p>
      <ul className="card">
        {open.slice(0, most).map((offer) => (
          <li key={JSON.stringify(offer.link)} className="link-row">
            <LinkFacts link={offer.link} measured={offer} />
            <Button label={t.data.accept} look="plain" onClick={() => attempt(() => accept(offer.link))} />
          </li>
        ))}
      </ul>
      {beyond > 0 && <p className="muted">{t.data.moreOffers(f.number(beyond))}</p>}
    </section>
  );
}
