import { type Place, type Problem, problem, warning } from '../base/problems';
import type { EmailMessage } from '../model/message';

/** Mail programs cut longer messages. */
const largeBytes = 100 * 1024;
const address = /^[^\s@<>"]+@[^\s@<>".]+(\.[^\s@<>".]+)+$/u;

/** What can be said of an email before any recipient is known. `place` is the message's. */
export function lintEmail(message: EmailMessage, place: Place): Problem[] {
  const found: Problem[] = [];
  if (message.subject.trim() === '') found.push(problem('content-no-subject', [...place, 'subject']));
  const from = message.from.address;
  if (from.trim() === '') found.push(problem('content-no-from', [...place, 'from', 'address']));
  else if (!from.includes('{') && !address.test(from)) {
    found.push(problem('content-bad-from', [...place, 'from', 'address'], { address: from }));
  }
  if (message.category === 'marketing' && !/unsubscrib|opt-?out|darse de baja|cancelar (la )?suscripci/i.test(message.html)) {
    found.push(warning('content-no-unsubscribe', [...place, 'html']));
  }
  const bytes = utf8Length(message.html);
  if (bytes > largeBytes) found.push(warning('content-large', [...place, 'html'], { kilobytes: Math.ceil(bytes / 1024) }));
  return found;
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
