import { createHash } from 'node:crypto';

/** Rows of the little world the waterfall is tested in. */
export interface Person {
  id: number;
  email: string | null;
  first: string | null;
  city: string | null;
  postcode: string | null;
  country: string | null;
}
export interface Booking {
  id: number;
  person: number | null;
  score: number | null;
}
export interface Consent {
  person: number;
  address: string | null;
  channel: string;
  purpose: string | null;
  value: string | null;
  at: string;
}
export interface World {
  people: Person[];
  bookings: Booking[];
  consents: Consent[];
  blocked: { address: string; at: string | null }[];
  blockedPeople: number[];
}
export interface Settings {
  channel: 'email' | 'postal';
  category: 'marketing' | 'transactional';
  purpose: string | undefined;
  unknown: 'allow' | 'deny';
  secondary: boolean;
  /** How consents and lists name people: by their key, or by identities. */
  named: 'key' | 'identity';
  /** Whether lists say since when somebody is on them. */
  timed: boolean;
  /** Mail bears no name. */
  nameless?: boolean;
  shares: { message?: number; campaign?: number; workspace?: number };
}
export interface Judged {
  target: number;
  booking: number | null;
  reason: string | null;
  detail: string | null;
}

const plain = (address: string | null) => address?.trim().toLowerCase() ?? '';

const yes = ['yes', 'true', '1', 'y'];

function consentOf(world: World, settings: Settings, person: Person): 'yes' | 'no' | 'unknown' {
  const rows = world.consents.filter(
    (c) =>
      (settings.named === 'key' ? c.person === person.id : plain(c.address) !== '' && plain(c.address) === plain(person.email)) &&
      c.channel === settings.channel &&
      c.at <= '2026-06-01' &&
      (settings.purpose === undefined || c.purpose === settings.purpose || !c.purpose),
  );
  const newest = rows
    .map((c) => c.at)
    .sort()
    .at(-1);
  const last = rows.filter((c) => c.at === newest && c.value);
  if (last.some((c) => !yes.includes(c.value ?? ''))) return 'no';
  return last.length > 0 ? 'yes' : 'unknown';
}

/** What is wrong with an address without spaces around it and in lower case. */
export function emailFault(address: string): string | undefined {
  const [local = '', domain = '', ...more] = address.split('@');
  if (more.length > 0 || !address.includes('@')) return 'email-at';
  if (/\s/.test(address)) return 'email-space';
  if (!/^[a-z0-9+_.é-]+$/.test(local) || local.startsWith('.') || local.endsWith('.') || local.includes('..')) return 'email-local';
  const labels = domain.split('.');
  const good =
    labels.length > 1 &&
    labels.every((l) => /^[a-zé0-9-]+$/.test(l) && !l.startsWith('-') && !l.endsWith('-')) &&
    /^[a-zé-]{2,}$/.test(labels.at(-1) ?? '');
  return good ? undefined : 'email-domain';
}

function postalFault(p: Person, { nameless }: Settings): string | undefined {
  const country = p.country?.trim().toUpperCase();
  if (!country || !/^[A-Z]{2}$/.test(country)) return 'postal-country';
  if (!nameless && !p.first?.trim()) return 'postal-name';
  if (!p.city?.trim()) return 'postal-city';
  const postcode = p.postcode?.trim().toUpperCase();
  if (!postcode) return country === 'DE' || country === 'US' ? 'postal-postcode-missing' : undefined;
  const pattern = { DE: /^\d{5}$/, US: /^\d{5}(-\d{4})?$/ }[country];
  return pattern && !pattern.test(postcode) ? 'postal-postcode' : undefined;
}

export function inShare(share: number | undefined, salt: string, key: number): boolean {
  if (share === undefined) return false;
  const drawn = Number.parseInt(createHash('sha256').update(`${salt}:${key}`).digest('hex').slice(0, 8), 16);
  return drawn < Math.round(share * 2 ** 32);
}

interface Row {
  target: number;
  person: Person | undefined;
  booking: number | null;
  score: number | null;
}

/** The waterfall as its description reads, one row after the other. Targets are bookings, or people when messages go per booking. */
export function assessSlowly(world: World, settings: Settings): Judged[] {
  const rows: Row[] = settings.secondary
    ? world.people.flatMap((p): Row[] => {
        const own = world.bookings.filter((b) => b.person === p.id);
        return own.length === 0
          ? [{ target: p.id, person: p, booking: null, score: 0 }]
          : own.map((b) => ({ target: p.id, person: p, booking: b.id, score: 0 }));
      })
    : world.bookings.map((b) => ({ target: b.id, person: world.people.find((p) => p.id === b.person), booking: null, score: b.score }));
  const judged = rows.map((row) => ({ ...row, address: '', fault: undefined as [string, string] | undefined }));
  for (const row of judged) {
    const p = row.person;
    if (!p) {
      row.fault = ['unreconciled', ''];
      continue;
    }
    const email = plain(p.email);
    const consent = consentOf(world, settings, p);
    const blocked = world.blocked.filter((b) => !settings.timed || b.at === null || b.at <= '2026-06-01').map((b) => plain(b.address));
    row.address =
      settings.channel === 'email' ? email : `Main 1 ${p.postcode ?? ''}${p.country ?? ''}`.toLowerCase().replace(/[^a-z0-9]/g, '');
    if (settings.secondary) row.address += `/${row.booking}`;
    if (settings.secondary && row.booking === null) row.fault = ['no-secondary', ''];
    else if (email && blocked.includes(email)) row.fault = ['suppressed', 'Blocked: addresses'];
    else if (world.blockedPeople.includes(p.id)) row.fault = ['suppressed', 'People'];
    else if (settings.category === 'marketing' && consent === 'no') row.fault = ['no-consent', 'opted-out'];
    else if (settings.category === 'marketing' && consent === 'unknown' && settings.unknown === 'deny')
      row.fault = ['no-consent', 'unknown'];
    else if (settings.channel === 'email' && !email) row.fault = ['no-address', 'email'];
    else {
      const bad = settings.channel === 'email' ? emailFault(email) : postalFault(p, settings);
      if (bad) row.fault = ['bad-address', bad];
    }
  }
  const stillIn = judged.filter((r) => !r.fault);
  const beats = (a: (typeof judged)[number], b: (typeof judged)[number]) =>
    a.score !== b.score
      ? b.score === null || (a.score !== null && a.score > b.score)
      : a.target !== b.target
        ? a.target < b.target
        : (a.booking ?? 0) < (b.booking ?? 0);
  for (const row of stillIn)
    if (stillIn.some((other) => other !== row && other.address === row.address && beats(other, row))) row.fault = ['duplicate-address', ''];
  for (const row of judged.filter((r) => !r.fault)) {
    const key = row.person?.id ?? 0;
    if (inShare(settings.shares.message, 'grainm1', key)) row.fault = ['control', 'message'];
    else if (inShare(settings.shares.campaign, 'grain', key)) row.fault = ['control', 'campaign'];
    else if (inShare(settings.shares.workspace, 'workspace', key)) row.fault = ['control', 'workspace'];
    else if (!row.person?.first?.trim()) row.fault = ['bad-content', 'profile.first'];
  }
  return judged.map((r) => ({ target: r.target, booking: r.booking, reason: r.fault?.[0] ?? null, detail: r.fault?.[1] ?? null }));
}
