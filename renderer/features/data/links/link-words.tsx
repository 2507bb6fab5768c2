import type { Link } from '../../../../core/model/entity';

/** Which entities a link leads between, by which names and attributes. */
export function LinkWords({ link }: { link: Link }) {
  return (
    <div className="grow">
      <div>
        <strong>{link.from}</strong> <span className="muted">→ {link.name} →</span> <strong>{link.to}</strong>
      </div>
      <div className="field-hint">
        {link.on.map((pair) => `${link.from}.${pair.from} = ${link.to}.${pair.to}`).join(', ')} · {link.to} → {link.reverse}
      </div>
    </div>
  );
}
