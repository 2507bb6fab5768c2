/** What a piece of mail to one country must carry, beside a name and a line. */
export interface PostalForm {
  /** RE2 pattern of the whole postcode in capitals; absent when the country has none or it is not needed. */
  postcode?: string;
  /** Whether a piece without postcode cannot be posted. */
  postcodeNeeded: boolean;
  cityNeeded: boolean;
  regionNeeded: boolean;
}

interface Pattern {
  countries: string;
  postcode: string;
}

/** Patterns of capitals after the country level of Google's libaddressinput, GB in the general form; not compared with its data entry by entry. */
const patterns: Pattern[] = [
  { countries: 'AT AU BE BG CH CY DK HU LU NO NZ SI ZA', postcode: '[0-9]{4}' },
  { countries: 'DE EE ES FI HR IT KR MX TR UA', postcode: '[0-9]{5}' },
  { countries: 'CZ GR SE SK', postcode: '[0-9]{3} ?[0-9]{2}' },
  { countries: 'CN CO IN RO SG', postcode: '[0-9]{6}' },
  { countries: 'FR', postcode: '[0-9]{2} ?[0-9]{3}' },
  { countries: 'AD', postcode: 'AD[1-7][0-9]{2}' },
  { countries: 'AR', postcode: '([A-HJ-NP-Z])?[0-9]{4}([A-Z]{3})?' },
  { countries: 'BR', postcode: '[0-9]{5}-?[0-9]{3}' },
  { countries: 'CA', postcode: '[ABCEGHJKLMNPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z] ?[0-9][ABCEGHJ-NPRSTV-Z][0-9]' },
  { countries: 'CL', postcode: '[0-9]{7}' },
  {
    countries: 'GB',
    postcode: 'GIR ?0AA|[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Y][0-9][0-9ABEHMNPRV-Y]?|[0-9][A-HJKPS-UW]) ?[0-9][ABD-HJLNP-UW-Z]{2}',
  },
  { countries: 'IE', postcode: '[0-9A-Z]{3} ?[0-9A-Z]{4}' },
  { countries: 'IL', postcode: '[0-9]{5}([0-9]{2})?' },
  { countries: 'IS', postcode: '[0-9]{3}' },
  { countries: 'JP', postcode: '[0-9]{3}-?[0-9]{4}' },
  { countries: 'LI', postcode: '948[5-9]|949[0-8]' },
  { countries: 'LT', postcode: '(LT-)?[0-9]{5}' },
  { countries: 'LV', postcode: '(LV-)?[0-9]{4}' },
  { countries: 'MC', postcode: '980[0-9]{2}' },
  { countries: 'MT', postcode: '[A-Z]{3} ?[0-9]{2,4}' },
  { countries: 'NL', postcode: '[1-9][0-9]{3} ?([A-RT-Z][A-Z]|S[BCE-RT-Z])' },
  { countries: 'PL', postcode: '[0-9]{2}-[0-9]{3}' },
  { countries: 'PT', postcode: '[0-9]{4}-[0-9]{3}' },
  { countries: 'RS', postcode: '[0-9]{5,6}' },
  { countries: 'SM', postcode: '4789[0-9]' },
  { countries: 'US', postcode: '[0-9]{5}(-[0-9]{4})?' },
];

/** Countries whose posts deliver without a postcode although one exists. Source: `require` entries of libaddressinput. */
const optionalPostcode = new Set('AR CL CO IE IL MT RS'.split(' '));
const noCity = new Set('MC SG'.split(' '));
/** Countries whose address carries a state or province beside the postcode. */
const withRegion = new Set('AU BR CA IN US'.split(' '));

function formOf(country: string, postcode: string): PostalForm {
  return {
    postcode,
    postcodeNeeded: !optionalPostcode.has(country),
    cityNeeded: !noCity.has(country),
    regionNeeded: withRegion.has(country),
  };
}

/** By ISO 3166-1 alpha-2. A country that is not here needs a name, a line and a city. */
export const postalForms: ReadonlyMap<string, PostalForm> = new Map(
  patterns.flatMap((p) => p.countries.split(' ').map((country): [string, PostalForm] => [country, formOf(country, p.postcode)])),
);
