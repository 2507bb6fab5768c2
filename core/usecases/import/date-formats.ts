const days = [
  ...['/', '.', '-'].flatMap((mark) => [`%d${mark}%m${mark}%Y`, `%Y${mark}%m${mark}%d`, `%d${mark}%m${mark}%y`]),
  ...['/', '-'].flatMap((mark) => [`%m${mark}%d${mark}%Y`, `%m${mark}%d${mark}%y`]),
  '%y-%m-%d',
  ...[' ', '-', '/'].flatMap((mark) => ['%b', '%B'].flatMap((month) => ['%Y', '%y'].map((year) => ['%d', month, year].join(mark)))),
  ...['%b', '%B'].flatMap((month) => [`${month} %d, %Y`, `${month} %d %Y`]),
];
const times = ['%H:%M', '%H:%M:%S', '%I:%M %p', '%I:%M%p', '%I:%M:%S %p', '%I:%M:%S%p'];

/** Formats that days and moments are looked for in, as strptime takes them. */
export const dateFormats: readonly string[] = days.flatMap((day) => [
  day,
  ...[' ', ', '].flatMap((gap) => times.map((time) => day + gap + time)),
]);

/** A pattern of all that these formats match, and of more. */
export const looksDated =
  '(\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4}|\\d{1,2}[ /-]\\p{L}{3,9}[ /-]\\d{2,4}|\\p{L}{3,9} \\d{1,2},? \\d{4})(,? \\d{1,2}:\\d{2}(:\\d{2})?( ?[AaPp][Mm])?)?';

const fields: Readonly<Record<string, string>> = {
  Y: '\\d{4}',
  y: '\\d{2}',
  m: '\\d{1,2}',
  d: '\\d{1,2}',
  H: '\\d{1,2}',
  I: '\\d{1,2}',
  M: '\\d{2}',
  S: '\\d{2}',
  p: '[AaPp][Mm]',
  b: '[A-Za-z]{3}',
  B: '[A-Za-z]{3,9}',
};

/** The pattern of a format. strptime takes years of any length; this holds them to the digits they should have. */
export function formatPattern(format: string): string {
  return format.replace(/%(.)|([.\\+*?()[\]{}|^$])/g, (_, field: string | undefined, special: string | undefined) =>
    special === undefined ? (fields[field ?? ''] ?? '.+') : `\\${special}`,
  );
}
