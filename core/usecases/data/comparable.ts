import { unreachable } from '../../base/never';
import type { IdentityKind } from '../../model/entity';

/** SQL for a value of an identity as it is compared; empty where there is none. Phone numbers are made so when they are derived. */
export function comparable(kind: IdentityKind, value: string): string {
  const text = `CAST(${value} AS VARCHAR)`;
  switch (kind) {
    case 'email':
      return `nullif(lower(trim(${text})), '')`;
    case 'phone':
    case 'id':
      return `nullif(${text}, '')`;
    default:
      return unreachable(kind);
  }
}
