import { Search } from 'lucide-react';
import { type PlaceName, useSession, visit } from '../state/session';
import { useText } from '../text/use-text';
import { Tip } from '../ui/tip';
import { needsWorkspace, placeIcons } from './places';
import { RailUndo } from './rail-undo';

const upper: PlaceName[] = ['home', 'data', 'audiences', 'sql', 'campaigns', 'delivery'];

export function Rail({ onPalette }: { onPalette: () => void }) {
  const t = useText();
  return (
    <nav className="rail" aria-label={t.frame.placesLabel}>
      {upper.map((name) => (
        <RailItem key={name} name={name} />
      ))}
      <span className="rail-space" />
      <RailUndo />
      <Tip text={`${t.frame.palette}  Ctrl+K`} side="right">
        <button type="button" className="rail-item" data-tour="keys" onClick={onPalette} aria-label={t.frame.palette}>
          <Search aria-hidden />
        </button>
      </Tip>
      <RailItem name="settings" />
    </nav>
  );
}

function RailItem({ name }: { name: PlaceName }) {
  const t = useText();
  const here = useSession((state) => state.place.name === name);
  const closed = useSession((state) => state.workspace === null) && needsWorkspace.has(name);
  const Icon = placeIcons[name];
  return (
    <button
      type="button"
      className="rail-item"
      aria-current={here ? 'page' : undefined}
      disabled={closed}
      data-tour={name === 'delivery' ? 'deliver' : undefined}
      title={closed ? t.frame.needWorkspace : undefined}
      onClick={() => visit(name)}
    >
      <Icon aria-hidden />
      <span>{t.frame.places[name]}</span>
    </button>
  );
}
