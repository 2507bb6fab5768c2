type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Whether an event is of keys written `Ctrl+Shift+S`. Ctrl is Cmd too; a letter is its key, whatever Alt makes of it. */
export function pressed(event: Pressed, keys: string): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const held = (name: string) => parts.slice(0, -1).includes(name);
  if (held('Ctrl') !== (event.ctrlKey || event.metaKey) || held('Alt') !== event.altKey || held('Shift') !== event.shiftKey) return false;
  return event.key.toLowerCase() === key.toLowerCase() || event.code === `Key${key}`;
}
