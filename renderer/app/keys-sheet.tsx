import { useOffered } from '../state/commands';
import { useText } from '../text/use-text';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';

interface Line {
  keys: string;
  label: string;
}

/** Every key that does something here, by the view it belongs to. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  const t = useText();
  const views = useOffered((state) => state.views);
  const sections: { title: string; lines: Line[] }[] = [
    ...views.toReversed().map(({ title, commands, hints }) => ({
      title,
      lines: [...commands, ...hints].flatMap(({ keys, label }) => (keys === undefined ? [] : [{ keys, label }])),
    })),
    {
      title: t.frame.everywhere,
      lines: [
        { keys: 'Ctrl+K', label: t.frame.palette },
        { keys: 'Ctrl+Z', label: t.campaign.undo },
        { keys: 'Ctrl+Shift+Z', label: t.campaign.redo },
        { keys: '?', label: t.frame.keys },
      ],
    },
  ];
  return (
    <Dialog title={t.frame.keys} onClose={onClose} foot={<Button label={t.common.close} onClick={onClose} />}>
      {sections
        .filter(({ lines }) => lines.length > 0)
        .map(({ title, lines }) => (
          <section key={title} className="keys-section">
            <h3>{title}</h3>
            <dl className="keys-list">
              {lines.map(({ keys, label }) => (
                <div key={`${keys} ${label}`}>
                  <dt>{label}</dt>
                  <dd>
                    <kbd>{keys}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
    </Dialog>
  );
}
