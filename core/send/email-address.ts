import { call, isNull, text } from '../sql/expression';
import type { Expression } from '../sql/query';
import { type Check, longer, matches } from './verdict';

const label = '[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?';
const atom = "[a-z0-9!#$%&'*+/=?^_`{|}~\\p{L}\\p{N}-]+";

/**
 * An address that mail systems take: dot-atom, `@`, a domain name of at least two labels that ends in letters.
 * Quoted local parts and address literals are legal but never belong to a customer. Sources: RFC 5321 §4.1.2 and §4.5.3.1, RFC 6531.
 */
const emailPattern = `${atom}(\\.${atom})*@(${label}\\.)+(\\p{L}[\\p{L}-]*\\p{L}|xn--[a-z0-9-]+)`;

/** @param address normalised */
export function emailChecks(address: Expression, attribute: string): Check[] {
  const bad = (when: Expression, detail: string): Check => ({ when, reason: 'bad-address', detail });
  const not = (inner: Expression): Expression => ({ kind: 'not', inner });
  return [
    { when: isNull(address), reason: 'no-address', detail: attribute },
    bad(longer(address, 254), 'email-length'),
    bad(
      {
        kind: 'and',
        all: [
          longer(address, 64),
          { kind: 'or', all: [call('matches-regex', address, text('^[^@]{65,}@')), call('matches-regex', address, text('@.*[^.]{64,}'))] },
        ],
      },
      'email-length',
    ),
    {
      when: not(matches(address, emailPattern)),
      reason: 'bad-address',
      detail: {
        kind: 'case',
        branches: [
          { when: not(call('matches-regex', address, text('^[^@]*@[^@]*$'))), gives: text('email-at') },
          { when: call('matches-regex', address, text('\\s')), gives: text('email-space') },
          { when: not(matches(address, `${atom}(\\.${atom})*@.*`)), gives: text('email-local') },
        ],
        otherwise: text('email-domain'),
      },
    },
  ];
}
