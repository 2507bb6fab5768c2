import type { Dialect, FileSource } from '../../../core/model/recipe';
import { EncodingField } from './encoding-field';
import { FrameFields } from './frame-fields';
import { LayoutFields } from './layout-fields';
import { QuoteFields } from './quote-fields';

interface Props {
  format: FileSource['format'];
  /** What is not said of it is found. */
  dialect: Partial<Dialect>;
  onChange: (dialect: Partial<Dialect>) => void;
}

/** How text is cut into records and values, as far as its format leaves that open. */
export function DialectFields({ format, dialect, onChange }: Props) {
  if (format === 'parquet') return null;
  return (
    <>
      {format !== 'xlsx' && <EncodingField encoding={dialect.encoding} onChange={(encoding) => onChange({ encoding })} />}
      {format === 'csv' && (
        <>
          <LayoutFields dialect={dialect} onChange={onChange} />
          {!dialect.starts && !dialect.aligned && !dialect.ruled && <QuoteFields dialect={dialect} onChange={onChange} />}
        </>
      )}
      {(format === 'csv' || format === 'xlsx') && <FrameFields dialect={dialect} onChange={onChange} />}
    </>
  );
}
