/** Prose, pictures and recordings, by how their names end. */
const noTable =
  /\.(md|markdown|rst|adoc|rtf|tex|pdf|docx?|odt|pages|pptx?|odp|epub|html?|png|jpe?g|gif|svg|webp|bmp|tiff?|ico|heic|mp[34]|mov|avi|wav)$/i;

/** What people call papers that go with data, as text or without an ending. */
const paper = /^((read[-_ ]?me|leeme|l[eé]ame)([-_ ][^.]*|\.[a-z]{2})?|licen[cs]e|licencia|copying|changelog)(\.txt)?$/i;

/** Files of an archive that may be tables, and those that by their names are none. Where there are only such, they are meant. */
export function partMembers(names: readonly string[]): { tables: readonly string[]; beside: readonly string[] } {
  const tables = names.filter((name) => !isBeside(name));
  return tables.length > 0 ? { tables, beside: names.filter(isBeside) } : { tables: names, beside: [] };
}

const isBeside = (name: string): boolean => noTable.test(name) || paper.test(name.slice(name.lastIndexOf('/') + 1));
