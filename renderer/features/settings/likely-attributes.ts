import type { Attribute } from '../../../core/model/entity';
import type { PostalAddress } from '../../../core/model/message';

/** Names as words: `PostalCode` and `postal_code` are the same. */
const wordsOf = (name: string) =>
  name
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replaceAll(/[_\s-]+/g, ' ')
    .trim()
    .toLowerCase();

/** The first text that one of the patterns fits, those before others first. */
function finder(attributes: readonly Attribute[]) {
  const texts = attributes.filter((a) => a.type === 'text').map(({ name }) => ({ name, words: wordsOf(name) }));
  const all = (pattern: RegExp) => texts.filter(({ words }) => pattern.test(words)).map(({ name }) => name);
  return { all, first: (...patterns: RegExp[]) => patterns.flatMap(all)[0] };
}

/** How people of an entity are most likely reached; what is not called like anything usual is left out. */
export function likelyReach(attributes: readonly Attribute[]): { email?: string; phone?: string; language?: string } {
  const { first } = finder(attributes);
  const email = first(/^e ?mail$/, /\be ?mail\b|^mail\b|\bcorreo\b/);
  const phone = first(/^(mobile|m[oó]vil)\b/, /\b(tele)?phone\b|\btel([eé]fono)?\b|\bmobile\b/);
  const language = first(/^(language|lang|locale|idioma)( code)?$/);
  return { ...(email && { email }), ...(phone && { phone }), ...(language && { language }) };
}

/** Where people of an entity most likely live, each part empty where no attribute is called like it; many lists name nobody. */
export function likelyPostal(attributes: readonly Attribute[]): PostalAddress {
  const { all, first } = finder(attributes);
  const whole = first(/^(full |recipient )?name$/, /^nombre completo$/);
  const parts = [first(/^(first|given) ?name$/, /^nombre$/), first(/^(last|family) ?name$|^surname$/, /^apellidos?$/)];
  const names = whole === undefined ? parts.filter((name) => name !== undefined) : [whole];
  const numbered = all(/^(address|street) ?(line ?)?\d$|^line ?\d$/);
  const line = first(/^(street|address|calle|direcci[oó]n)( address| line)?$/);
  const lines = numbered.length > 0 ? numbered : line === undefined ? [] : [line];
  const region = first(/^(region|state|province|county|provincia|regi[oó]n)( name)?$/, /^(state|region|province) code$/);
  return {
    name: names,
    lines: lines.length > 0 ? lines : [''],
    postcode: first(/^(post|postal|zip) ?code$|^zip$|^plz$|^c[oó]digo postal$/) ?? '',
    city: first(/^(city|town|ciudad|poblaci[oó]n|localidad)( name)?$/) ?? '',
    country: first(/^country (code|iso)/, /^(country|pa[ií]s)$/) ?? '',
    ...(region && { region }),
  };
}
