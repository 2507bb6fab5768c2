import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** What a place says when there is nothing in it yet: what belongs here and how to get it. */
export function Empty({ icon: Icon, title, text, children }: { icon: LucideIcon; title: string; text: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <Icon className="empty-icon" aria-hidden />
      <h2>{title}</h2>
      <p>{text}</p>
      {children && <div className="row">{children}</div>}
    </div>
  );
}
