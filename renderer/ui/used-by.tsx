import type { Campaign } from '../../core/model/campaign';
import type { Use } from '../../core/model/use';
import { type Text, useText } from '../text/use-text';

/** What uses something: each document with the places in it, in words, and a way there. */
export function UsedBy({
  uses,
  campaigns,
  onOpen,
}: {
  uses: readonly Use[];
  /** Whose activities are called by their names. */
  campaigns: readonly Campaign[];
  onOpen: (use: Use) => void;
}) {
  const t = useText();
  if (uses.length === 0) return <p className="muted">{t.uses.nobody}</p>;
  return (
    <ul className="used-by" aria-label={t.uses.title}>
      {uses.map((use) => (
        <li key={`${use.kind}/${use.id}`}>
          <span className="badge">{t.uses.kinds[use.kind]}</span>
          <button type="button" className="link" onClick={() => onOpen(use)}>
            {/* Many links bear the same name. */}
            {use.kind === 'link' ? use.id : use.name}
          </button>
          <span className="muted">
            {placesOf(use, campaigns, t).join(', ')}
            {use.needed ? '' : ` (${t.uses.kept})`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Each part of the document once: its activities by name. */
function placesOf({ kind, id, places }: Use, campaigns: readonly Campaign[], t: Text): string[] {
  const activities = kind === 'campaign' ? (campaigns.find((c) => c.id === id)?.flow.activities ?? []) : [];
  const named = places.map(([first, second]) => {
    const activity = first === 'activities' ? activities.find((a) => a.id === second) : undefined;
    if (activity) return activity.label || t.campaign.activities[activity.type].name;
    return t.uses.where[`${first} ${second}`] ?? t.uses.where[String(first)] ?? String(second ?? first);
  });
  return [...new Set(named)];
}
