import type { ReactNode } from 'react';

/** What stands above a column: its name, `number` for one of numbers; nothing above marks and buttons. */
export type Head = string | { number: string };

/** A table of documents on a card: it scrolls by itself where it is wider than its place. */
export function ListTable({ label, heads, children }: { label?: string | undefined; heads?: readonly Head[]; children: ReactNode }) {
  return (
    <div className="card list-card">
      <table className="list-table" aria-label={label}>
        {heads && (
          <thead>
            <tr>
              {heads.map((head, i) =>
                typeof head === 'string' ? (
                  <th key={i}>{head}</th>
                ) : (
                  <th key={i} className="number">
                    {head.number}
                  </th>
                ),
              )}
            </tr>
          </thead>
        )}
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** What can be done with a row, at its end. */
export function RowActs({ children }: { children: ReactNode }) {
  return (
    <td className="row-acts">
      <span className="row">{children}</span>
    </td>
  );
}
