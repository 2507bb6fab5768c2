import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sniffEncoding } from '../../../../electron/host/import/sniff-encoding';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-alphabets-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function sniffed(lines: readonly string[], encoding: string) {
  const path = join(folder, `${encoding}.csv`);
  await writeFile(path, iconv.encode(lines.join('\r\n'), encoding));
  return sniffEncoding(path);
}

const people = (names: string, towns: string) => {
  const [all, places] = [names.split(' '), towns.split(' ')];
  const of = (words: readonly string[], n: number) => words[n % words.length];
  return Array.from({ length: 40 }, (_, n) => `${n};${of(all, n)} ${of(all, n * 3 + 1)};${of(places, n)};${n}.50;2025-01-0${1 + (n % 9)}`);
};
const header = 'id;name;town;owes;since';

it.each([
  ['Polish', 'windows-1250', people('Świętosław Żółkowska Zieliński Wójcik Gąsior', 'Łódź Poznań Gdańsk Częstochowa')],
  ['Czech', 'windows-1250', people('Jiří Dvořák Šárka Kateřina Růžička', 'Plzeň Břeclav České-Budějovice')],
  ['Russian', 'windows-1251', people('Иван Мария Петров Сидорова', 'Москва Тула Казань')],
  ['Russian of Unix', 'koi8-r', people('Иван Мария Петров Сидорова', 'Москва Тула Казань')],
  ['Greek', 'windows-1253', people('Γιώργος Μαρία Παπαδόπουλος', 'Θεσσαλονίκη Αθήνα')],
  ['Turkish', 'windows-1254', people('Gökçe Yıldız Şule Doğan Işık', 'İstanbul Eskişehir Diyarbakır')],
  ['Hebrew', 'windows-1255', people('יוסי כהן מרים לוי', 'ירושלים חיפה')],
  ['Arabic', 'windows-1256', people('محمد فاطمة علي حسن', 'القاهرة الإسكندرية')],
  ['Japanese', 'shift_jis', people('山田太郎 鈴木花子 さくら', '東京都 大阪市')],
  ['Japanese of Unix', 'euc-jp', people('山田太郎 鈴木花子 さくら カタカナ', '東京都 大阪市 ひらがな')],
  ['Korean', 'euc-kr', people('김철수 이영희 박', '서울특별시 부산')],
  ['Chinese', 'gb18030', people('王小明 李娜 张伟', '北京市 上海市')],
  ['Chinese of Taiwan', 'big5', people('王小明 李娜 張偉', '臺北市 高雄')],
])('names in %s tell %s', async (_, encoding, lines) => {
  expect(await sniffed([header, ...lines], encoding)).toBe(encoding);
  const late = Array.from({ length: 5000 }, (_, n) => `${n};Anna Smith;Leeds;1.50;2025-01-01`);
  expect(await sniffed([header, ...late, ...lines], encoding)).toBe(encoding);
});

const western = [
  ['Spanish', people('José Muñoz Ángel Núñez', 'Cádiz Coruña')],
  ['German', people('Jörg Müller Weiß Groß', 'Köln Zürich')],
  ['French', people('Hélène Lefèvre François Noël', 'Besançon Orléans')],
  ['Portuguese', people('João Conceição Antônio', 'Guimarães Évora')],
  ['Swedish', people('Åsa Öberg Lindström', 'Malmö Växjö')],
  ['Norwegian', people('Bjørn Sæther Åse', 'Tromsø Ålesund')],
  ['one name of many', [...people('Anna Bob Carl', 'Leeds York'), '99;Noël;Leeds;1.00;2025-01-01']],
  ['a letter alone', [...people('Anna Bob Carl', 'Leeds York'), '99;menu à la carte;Leeds;1.00;2025-01-01']],
  ['signs alone', [...people('Anna Bob Carl', 'Leeds York'), '99;“quoted” – it’s;Leeds;€1.00;2025-01-01']],
] as const;

it.each(western)('%s stays what most files of the West are in', async (_, lines) => {
  expect(await sniffed([header, ...lines], 'windows-1252')).toBe('windows-1252');
});

it.each(western.slice(0, 6))('%s of a Mac is told', async (_, lines) => {
  expect(await sniffed([header, ...lines], 'macintosh')).toBe('macintosh');
});
