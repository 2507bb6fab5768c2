import type { ActivityOf } from '../../../../core/model/activity';
import type { FileColumn } from '../../../../core/model/recipe';
import type { ImportPreview } from '../../../../core/model/report';

/** What a preview says of a file, as an activity keeps it. */
export function sourceOf({
  path,
  format,
  dialect,
  sheet,
  columns,
}: Pick<ImportPreview, 'path' | 'format' | 'dialect' | 'sheet'> & { columns: FileColumn[] }): Pick<
  ActivityOf<'load-file'>,
  'source' | 'columns'
> {
  return { source: { path, format, ...(dialect ? { dialect } : {}), ...(sheet === undefined ? {} : { sheet }) }, columns };
}
