import type { Zip } from '../open-zip';
import { parseXml } from './parse-xml';

/** What a number in a cell stands for: `time` is shown without a day, `elapsed` in hours that may be more than a day has. */
export type NumberFormat = 'number' | 'moment' | 'time' | 'elapsed' | { zeros: number };

/** Formats by the style of a cell. */
export async function readFormats(zip: Zip, file: string | undefined): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let within = false;
  if (file === undefined) return formats;
  await parseXml(await zip.read(file), {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') within = true;
      else if (name === 'xf' && within) formats.push(formatOf(Number(attributes.numFmtId ?? 0), codes));
    },
    close(name) {
      if (name === 'cellXfs') within = false;
    },
  });
  return formats;
}

/** Source: ECMA-376, 18.8.30: formats below 164 are known without their codes. */
function formatOf(id: number, codes: ReadonlyMap<number, string>): NumberFormat {
  const code = codes.get(id);
  if (code === undefined) {
    if (id === 46) return 'elapsed';
    if ((id >= 18 && id <= 21) || id === 45 || id === 47) return 'time';
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'moment' : 'number';
  }
  if (/^0{2,}$/.test(code)) return { zeros: code.length };
  const [positive = ''] = code.split(';');
  const bare = positive.replaceAll(/"[^"]*"|\\.|_.|\*./g, '').replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/\[(h+|m+|s+)\]/i.test(bare)) return 'elapsed';
  const marks = bare.replaceAll(/general/gi, '');
  if (!/[dmyhs]/i.test(marks)) return 'number';
  return /[hs]/i.test(marks) && !/[dy]/i.test(marks) ? 'time' : 'moment';
}
