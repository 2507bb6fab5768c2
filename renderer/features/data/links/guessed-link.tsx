import type { LinkGuess } from '../../../../core/model/data-report';
import { useFormats, useText } from '../../../text/use-text';
import { LinkWords } from './link-words';

/** A link as some rows show it, while all are counted. */
export function GuessedLink({ guess }: { guess: LinkGuess }) {
  const t = useText();
  const f = useFormats();
  return (
    <>
      <LinkWords link={guess.link} />
      <span className="row">
        <span className="badge">{t.data.guessedMatch(f.percent(guess.matchRate), f.number(guess.rows))}</span>
        <span className="muted">{t.data.countingAll}</span>
      </span>
    </>
  );
}
