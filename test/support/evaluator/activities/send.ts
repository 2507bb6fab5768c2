import type { ActivityOf } from '../../../../core/model/activity';
import type { PostalAddress } from '../../../../core/model/message';
import { emailFault, inShare } from '../../assess-slowly';
import { entityOf } from '../columns';
import { bare, type Here, read } from '../here';
import { compareBy } from '../order';
import { hereOf, keysOf, nameOf, type Outputs, type People, type Person, withRest } from '../people';
import { folded, type Row, reach, type Value, type World } from '../rows';

type Channel = ActivityOf<'email'> | ActivityOf<'direct-mail'>;
type Fault = [reason: string, detail: string];

interface Assessed {
  p: Person;
  here: Here;
  profile: Row;
  same: string;
  fault?: Fault;
}

/** The waterfall of a message without secondary rows, where nobody is suppressed and no table tells of consents. */
export function send(world: World, activity: Channel, input: People, seed: string): Outputs {
  const rows = input.rows.map((p) => addressed(world, activity, input, p));
  const best = (a: Assessed) => [
    ...(activity.message.best ?? []).map((o) => ({
      value: bareText(read(world, a.here, [], o.attribute).value),
      descending: o.direction === 'descending',
    })),
    ...keysOf(a.p),
  ];
  const still = rows.filter((r) => !r.fault);
  for (const row of still)
    if (still.some((other) => other.same === row.same && compareBy(best(other), best(row)) < 0)) row.fault = ['duplicate-address', ''];
  for (const row of rows.filter((r) => !r.fault)) row.fault = lateFault(world, activity, row, seed);
  const faults = new Map(rows.map((r) => [nameOf(r.p), r.fault]));
  const { out, complement = input } = withRest(input, { ...input, rows: input.rows.filter((p) => !faults.get(nameOf(p))) });
  const because = ['exclusion_reason', 'exclusion_detail'].map((name) => ({ name, type: 'text' as const }));
  return {
    out: out ?? input,
    complement: {
      ...complement,
      columns: [...complement.columns.filter((c) => !because.some((b) => b.name === c.name)), ...because],
      rows: complement.rows.map((p) => {
        const [reason = null, detail = null] = faults.get(nameOf(p)) ?? [];
        return { key: p.key, added: { ...p.added, exclusion_reason: reason, exclusion_detail: detail } };
      }),
    },
  };
}

function addressed(world: World, activity: Channel, input: People, p: Person): Assessed {
  const here = hereOf(world, input, p);
  const start = startOf(world, input, p) ?? here;
  const [profile] = reach(world, start.entity, start.row, activity.message.toProfile ?? []).rows;
  const person = world.workspace.profile?.entity ?? '';
  if (!profile || profile[entityOf(world.model, person).key[0] ?? ''] === undefined)
    return { p, here, profile: {}, same: '', fault: ['unreconciled', ''] };
  const from = activity.message.addressFrom === 'target' ? here : bare(person, profile);
  const text = (name: string) => bareText(read(world, from, [], name).value);
  const refused = refusal(world, activity);
  if (activity.type === 'email') {
    const name = activity.message.address ?? world.workspace.profile?.email ?? '';
    const address = String(text(name) ?? '').toLowerCase();
    const bad = emailFault(address);
    const fault: Fault | undefined = address === '' ? ['no-address', name] : bad ? ['bad-address', bad] : undefined;
    return { p, here, profile, same: address, ...faultIn(refused ?? fault) };
  }
  const { address } = activity.message;
  if (!address) throw new Error('a random letter says where its address is');
  const { same, fault } = letterBox(address, text);
  return { p, here, profile, same, ...faultIn(refused ?? fault) };
}

const faultIn = (fault: Fault | undefined) => (fault ? { fault } : {});

/** The row found for a person; one that is gone has no values. */
function startOf(world: World, { bound }: People, p: Person): Here | undefined {
  if (!bound) return undefined;
  const { key } = entityOf(world.model, bound.entity);
  const row = (world.data[bound.entity] ?? []).find((r) => key.every((k, i) => r[k] === p.added[bound.columns[i] ?? '']));
  return bare(bound.entity, row ?? {});
}

/** Where nobody was asked, some channels may be used and others not. */
function refusal(world: World, activity: Channel): Fault | undefined {
  const channel = activity.type === 'email' ? 'email' : 'postal';
  const denied = activity.message.category === 'marketing' && world.workspace.profile?.unknownConsent[channel] === 'deny';
  return denied ? ['no-consent', 'unknown'] : undefined;
}

function letterBox(address: PostalAddress, text: (name: string) => Value): { same: string; fault?: Fault } {
  const joined = (names: readonly string[], between: string) =>
    names
      .map(text)
      .filter((part) => part !== null)
      .join(between);
  const [name, lines, city] = [joined(address.name, ' '), joined(address.lines, ', '), joined([address.city], '')];
  const [postcode, country] = [joined([address.postcode], '').toUpperCase(), joined([address.country], '').toUpperCase()];
  const box = [lines, postcode, country].filter((part) => part !== '').join(' ');
  const same = folded(box).replace(/[^\p{L}\p{N}]+/gu, '');
  if (lines === '' && postcode === '' && city === '') return { same, fault: ['no-address', address.lines[0] ?? ''] };
  const bad = [
    { when: !/^[A-Z]{2}$/.test(country), is: 'postal-country' },
    { when: name === '', is: 'postal-name' },
    { when: lines === '', is: 'postal-line' },
    { when: city === '', is: 'postal-city' },
    { when: postcode === '', is: 'postal-postcode-missing' },
    { when: !wellFormed(country, postcode), is: 'postal-postcode' },
  ].find((check) => check.when);
  return { same, ...faultIn(bad && ['bad-address', bad.is]) };
}

/** In the countries of the random customers. */
function wellFormed(country: string, postcode: string): boolean {
  return country === 'FR' ? /^\d\d ?\d{3}$/.test(postcode) : /^\d{5}$/.test(postcode);
}

function lateFault(world: World, { id, message }: Channel, { p, here, profile }: Assessed, seed: string): Fault | undefined {
  const [key] = entityOf(world.model, world.workspace.profile?.entity ?? '').key;
  if (inShare(message.control?.share, `${seed}${id}`, Number(profile[key ?? '']))) return ['control', 'message'];
  const missing = (message.required ?? []).find((field) => {
    const [object, name = ''] = field.split('.');
    const value = object === 'enrichment' ? p.added[name] : object === 'target' ? here.row[name] : profile[name];
    return bareText(value ?? null) === null;
  });
  return missing === undefined ? undefined : ['bad-content', missing];
}

/** Text without spaces around it, and no value where nothing is left. */
function bareText(value: Value): Value {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  return text === '' ? null : text;
}
