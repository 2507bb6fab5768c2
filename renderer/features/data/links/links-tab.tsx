import { Link2, Plus, Sparkles, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { LinkGuess, LinkProgress, LinkProposal } from '../../../../core/model/data-report';
import type { Link } from '../../../../core/model/entity';
import { useData } from '../../../state/data';
import { attempt } from '../../../state/failures';
import { call } from '../../../state/host';
import { runJob } from '../../../state/jobs';
import { useBusy } from '../../../state/use-busy';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { AddLink } from './add-link';
import { GuessedLink } from './guessed-link';
import { LinkFacts } from './link-facts';
import { RemoveLink } from './remove-link';
import { sameEnds } from './same-ends';

export function LinksTab() {
  const t = useText();
  const links = useData((state) => state.model.links);
  const [proposals, setProposals] = useState<(LinkProposal | LinkGuess)[]>();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Link>();
  const [busy, during] = useBusy();
  const refresh = useData.getState().refresh;
  const told = ({ share, guesses, proposal }: LinkProgress, report: (share: number) => void) => {
    report(share);
    if (guesses) setProposals(guesses);
    if (proposal) setProposals((was) => was?.map((p) => (sameEnds(p.link, proposal.link) ? proposal : p)));
  };
  const propose = async () =>
    setProposals(
      await runJob(t.data.proposing, (job) =>
        call('model.proposeLinks', {}, { signal: job.signal, onProgress: (progress) => told(progress, job.report) }),
      ),
    );
  const accept = async (link: Link) => {
    await call('model.saveLink', { link });
    await refresh();
  };
  const open = proposals?.filter((p) => !links.some((link) => sameEnds(link, p.link)));
  const actions = (
    <>
      <Button
        label={t.data.propose}
        icon={Sparkles}
        look={links.length === 0 ? 'primary' : 'plain'}
        busy={busy}
        onClick={() => attempt(() => during(propose))}
      />
      <Button label={t.data.addLink} icon={Plus} look="plain" onClick={() => setAdding(true)} />
    </>
  );
  return (
    <div className="place-body">
      <div className="page column">
        {(links.length > 0 || proposals) && <div className="row">{actions}</div>}
        {links.length === 0 && !proposals && (
          <Empty icon={Link2} title={t.data.linksEmpty} text={t.data.linksEmptyText}>
            {actions}
          </Empty>
        )}
        {open && (
          <section className="section">
            <h2>{t.data.proposals}</h2>
            {open.length === 0 && <p className="muted">{t.data.noProposals}</p>}
            {open.length > 0 && (
              <ul className="card">
                {open.map((proposal) => (
                  <li key={JSON.stringify(proposal.link)} className="link-row">
                    {'rows' in proposal ? <GuessedLink guess={proposal} /> : <LinkFacts link={proposal.link} measured={proposal} />}
                    <Button
                      label={t.data.accept}
                      look="plain"
                      disabled={'cardinality' in proposal && proposal.cardinality === 'N-N'}
                      onClick={() => attempt(() => accept(proposal.link))}
                    />
                  </li>
                ))}
              </ul>
            )}
          </section>
        )}
        {links.length > 0 && (
          <section className="section">
            <h2>{t.data.links}</h2>
            <ul className="card">
              {links.map((link) => (
                <li key={`${link.from}.${link.name}`} className="link-row">
                  <LinkFacts link={link} />
                  <Button label={t.data.removeLink} icon={Trash2} iconOnly onClick={() => setRemoving(link)} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {removing && <RemoveLink link={removing} onClose={() => setRemoving(undefined)} />}
      {adding && <AddLink onClose={() => setAdding(false)} onSave={accept} />}
    </div>
  );
}
