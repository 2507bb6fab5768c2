import type { Place } from '../base/problems';
import type { PostalAddress } from '../model/message';
import type { Scope } from '../segment/scope';
import { and, asText, call, column, isNull, or, text } from '../sql/expression';
import type { Expression, Output } from '../sql/query';
import { type PostalForm, postalForms } from './postcodes';
import { type Check, matches, notNull, present } from './verdict';
import { attribute } from './work';

const postalParts = ['postal name', 'postal lines', 'postal postcode', 'postal city', 'postal region', 'postal country'] as const;
type Part = (typeof postalParts)[number];

const noText: Expression = { kind: 'null', type: 'text' };

/** The parts of an address as internal columns, or `undefined` after a problem. */
export function postalOutputs(address: PostalAddress, scope: Scope, place: Place): Output[] | undefined {
  const read = (name: string): Expression | undefined => {
    const found = attribute(scope, name, place);
    return found && present(asText(found.is, found.column.type), 'text');
  };
  const join = (names: readonly string[], between: string): Expression | undefined => {
    const parts = names.map(read);
    const good = parts.filter((p): p is Expression => p !== undefined);
    if (good.length < parts.length) return undefined;
    return good.length === 1 && good[0] ? good[0] : call('nullif', call('concat-ws', text(between), ...good), text(''));
  };
  const upper = (e: Expression | undefined): Expression | undefined => e && call('upper', e);
  const outputs: [Part, Expression | undefined][] = [
    ['postal name', address.name.length === 0 ? noText : join(address.name, ' ')],
    ['postal lines', join(address.lines, ', ')],
    ['postal postcode', upper(read(address.postcode))],
    ['postal city', read(address.city)],
    ['postal region', address.region === undefined ? noText : read(address.region)],
    ['postal country', upper(read(address.country))],
  ];
  const good = outputs.flatMap(([name, is]) => (is ? [{ name, is }] : []));
  return good.length === outputs.length ? good : undefined;
}

/** The address as one line of text, and what makes two of them one letter box. */
export function postalText(rows: string): { address: Expression; same: Expression } {
  const part = (name: Part) => column(rows, name);
  const place = call('nullif', call('concat-ws', text(' '), part('postal postcode'), part('postal city')), text(''));
  const address = call(
    'concat-ws',
    text(', '),
    part('postal name'),
    part('postal lines'),
    place,
    part('postal region'),
    part('postal country'),
  );
  const box = call('concat-ws', text(' '), part('postal lines'), part('postal postcode'), part('postal country'));
  return {
    address: call('nullif', address, text('')),
    same: call('replace-regex', call('strip-accents', call('lower', box)), text('[^\\p{L}\\p{N}]+'), text('')),
  };
}

/** A name and a region are asked for only where the address says where they are. */
export function postalChecks(rows: string, attributes: PostalAddress): Check[] {
  const part = (name: Part) => column(rows, name);
  const country = part('postal country');
  const bad = (when: Expression, detail: string): Check => ({ when, reason: 'bad-address', detail });
  const missing = (name: Part, where: (form: PostalForm) => boolean) => and([isNull(part(name)), inCountries(country, where)]);
  const citySpared = inCountries(country, (form) => !form.cityNeeded);
  return [
    {
      when: and([isNull(part('postal lines')), isNull(part('postal postcode')), isNull(part('postal city'))]),
      reason: 'no-address',
      detail: attributes.lines[0] ?? '',
    },
    bad(or([isNull(country), { kind: 'not', inner: matches(country, '[A-Z]{2}') }]), 'postal-country'),
    ...(attributes.name.length === 0 ? [] : [bad(isNull(part('postal name')), 'postal-name')]),
    bad(isNull(part('postal lines')), 'postal-line'),
    bad(and([isNull(part('postal city')), { kind: 'not', inner: citySpared }]), 'postal-city'),
    bad(
      missing('postal postcode', (form) => form.postcodeNeeded),
      'postal-postcode-missing',
    ),
    bad(and([notNull(part('postal postcode')), wrongPostcode(country, part('postal postcode'))]), 'postal-postcode'),
    ...(attributes.region === undefined
      ? []
      : [
          bad(
            missing('postal region', (form) => form.regionNeeded),
            'postal-region',
          ),
        ]),
  ];
}

function inCountries(country: Expression, where: (form: PostalForm) => boolean): Expression {
  const list = [...postalForms].filter(([, form]) => where(form)).map(([code]) => text(code));
  return { kind: 'in', inner: country, list };
}

function wrongPostcode(country: Expression, postcode: Expression): Expression {
  const patterns = new Set([...postalForms.values()].flatMap((form) => form.postcode ?? []));
  const branches = [...patterns].map((pattern) => ({
    when: inCountries(country, (form) => form.postcode === pattern),
    gives: { kind: 'not', inner: matches(postcode, pattern) } as const,
  }));
  return { kind: 'case', branches, otherwise: { kind: 'literal', type: 'boolean', value: false } };
}
