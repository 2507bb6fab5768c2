import type { Dialect } from '../../../core/model/recipe';
import { useText } from '../../text/use-text';
import { Field } from '../field';
import { Select } from '../select';

interface Props {
  dialect: Partial<Dialect>;
  onChange: (dialect: Partial<Dialect>) => void;
}

// A select cannot hold an empty value, so this stands for it.
const none = 'none';

/** What stands around values, and what makes a quote within them one. */
export function QuoteFields({ dialect, onChange }: Props) {
  const t = useText();
  const { quote, escape } = dialect;
  const asOption = (value: string) => ({ value: value || none, label: value || t.import.noneQuote });
  const quotes = [...new Set(['"', "'", quote ?? '', ''])].map(asOption);
  const escapes = [...new Set([quote ?? '"', '\\', escape ?? '\\'])].map((value) =>
    value === (quote ?? '"') && value !== '' ? { value, label: t.import.doubled } : asOption(value),
  );
  const shown = (value: string | undefined) => (value === undefined ? undefined : value || none);
  const setQuote = (next: string) => {
    const chosen = next === none ? '' : next;
    onChange({ ...dialect, quote: chosen, escape: escape === quote ? chosen : escape });
  };
  return (
    <div className="row top">
      <Field label={t.import.quote}>
        {(id) => <Select id={id} value={shown(quote)} placeholder={t.import.found} options={quotes} onChange={setQuote} />}
      </Field>
      <Field label={t.import.escape}>
        {(id) => (
          <Select
            id={id}
            value={shown(escape)}
            placeholder={t.import.found}
            options={escapes}
            onChange={(next) => onChange({ ...dialect, escape: next === none ? '' : next })}
          />
        )}
      </Field>
    </div>
  );
}
