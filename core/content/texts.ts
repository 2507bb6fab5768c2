import type { Place } from '../base/problems';
import type { DirectMailMessage, EmailMessage } from '../model/message';

/** One Liquid text of a message: its name in the delivery and its place in the message. */
export interface ContentText {
  name: string;
  place: Place;
  text: string;
}

export function emailTexts(message: EmailMessage, place: Place): ContentText[] {
  const optional = (name: 'preheader' | 'replyTo' | 'text') => {
    const text = message[name];
    return text === undefined ? [] : [{ name, place: [...place, name], text }];
  };
  return [
    { name: 'subject', place: [...place, 'subject'], text: message.subject },
    ...optional('preheader'),
    { name: 'from.name', place: [...place, 'from', 'name'], text: message.from.name },
    { name: 'from.address', place: [...place, 'from', 'address'], text: message.from.address },
    ...optional('replyTo'),
    { name: 'html', place: [...place, 'html'], text: message.html },
    ...optional('text'),
  ];
}

export function mailTexts(message: DirectMailMessage, place: Place): ContentText[] {
  return message.layout.columns.map((c, i) => ({ name: c.label, place: [...place, 'layout', 'columns', i, 'content'], text: c.content }));
}
