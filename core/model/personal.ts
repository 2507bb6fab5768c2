import { unreachable } from '../base/never';
import type { PersonalLabel } from './entity';
import type { Cell } from './value';

export const fullMask = '•••';

/**
 * A value as it is shown to people who need not know it: enough to tell rows apart and to see that something is there. Empty
 * values stay empty.
 */
export function masked(label: PersonalLabel, value: Cell): Cell {
  if (value === null || value === '') return value;
  const text = typeof value === 'object' ? '' : String(value);
  switch (label) {
    case 'name':
      return `${[...text][0] ?? ''}${fullMask}`;
    case 'contact':
      return maskedContact(text);
    case 'birth-date':
      return /^\d{4}-/.test(text) ? `${text.slice(0, 4)}-••-••` : fullMask;
    case 'identifier':
      return `${fullMask}${text.length > 4 ? text.slice(-2) : ''}`;
    case 'address':
      return fullMask;
    default:
      return unreachable(label);
  }
}

/** Of an email the domain stays, of a phone number the last two digits. */
function maskedContact(text: string): string {
  const at = text.lastIndexOf('@');
  if (at > 0) return `${[...text][0] ?? ''}${fullMask}${text.slice(at)}`;
  return `${fullMask}${text.length > 4 ? text.slice(-2) : ''}`;
}

/** What is said about an address or a name is none: its number, its kind, whether it may be used. */
const about = /(^| )(ids?|key|type|kind|status|count|flag|source|verified|valid|(opt|opted) (in|out))$/i;
const tellsAbout: ReadonlySet<PersonalLabel> = new Set(['contact', 'address', 'name']);

const likely: readonly [PersonalLabel, RegExp][] = [
  ['contact', /e-?mail|correo|phone|tel[eé]fono|\btel\b|mobile|m[oó]vil|fax/i],
  ['birth-date', /birth|\bborn\b|nacimiento|\bdob\b/i],
  ['address', /street|address|calle|direcci[oó]n|postcode|zip|c[oó]digo.?postal|postal.?code|\bline.?[12]\b/i],
  ['name', /(first|last|full|given|family|sur|middle).?name|^name$|apellido|^nombre$/i],
  ['identifier', /iban|passport|pasaporte|\bdni\b|\bnif\b|\bssn\b|tax.?id|card.?(no|number)/i],
];

/** The label an attribute of this name would most likely carry. */
export function likelyLabel(name: string): PersonalLabel | undefined {
  const words = name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll(/[_.-]/g, ' ');
  const label = likely.find(([, pattern]) => pattern.test(words) || pattern.test(name))?.[0];
  return label !== undefined && tellsAbout.has(label) && about.test(words.trim()) ? undefined : label;
}
