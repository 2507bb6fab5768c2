/** Fractions of so many digits may not be those of any double, which is what the engine takes numbers of JSON for. */
const safeDigits = 15;

const wholes = Array.from({ length: safeDigits }, (_, n) => `\\d{${n + 1}}\\.\\d{${safeDigits - n},}`);
const long = `-?(?:${[...wholes, `\\d{${safeDigits + 1},}\\.\\d+`, `\\d{${safeDigits + 1},}[eE]`].join('|')})[\\d.eE+-]*`;

/** SQL for the text `v` of JSON in which fractions of many digits stand as texts, digit for digit. */
export function exactNumbers(v: string): string {
  const parts = `regexp_extract_all(${v}, '"(?:[^"\\\\]|\\\\.)*"|[^"]+')`;
  const told = `list_transform(${parts}, lambda p: CASE WHEN starts_with(p, '"') THEN p ELSE regexp_replace(p, '${long}', '"\\0"', 'g') END)`;
  return `CASE WHEN regexp_matches(${v}, '\\d[\\d.]{${safeDigits}}') THEN array_to_string(${told}, '') ELSE ${v} END`;
}
