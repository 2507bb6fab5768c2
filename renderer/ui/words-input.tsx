import { useState } from 'react';
import { Input } from './field';

function readWords(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** Words in one line, separated by commas. What is typed stays as it is while it means what is there. */
export function WordsInput({
  words,
  onChange,
  id,
  label,
  placeholder,
}: {
  words: readonly string[];
  onChange: (words: string[]) => void;
  id?: string;
  label?: string;
  placeholder?: string;
}) {
  const [draft, setDraft] = useState('');
  const written = words.join(', ');
  const take = (text: string) => {
    setDraft(text);
    onChange(readWords(text));
  };
  return (
    <Input
      id={id}
      label={label}
      placeholder={placeholder}
      value={readWords(draft).join(', ') === written ? draft : written}
      onChange={take}
      onBlur={() => setDraft(written)}
    />
  );
}
