import { useEffect, useState } from 'react';
import type { Stop } from '../../state/tour';

const find = (stop: Stop) => document.querySelector(`[data-tour=${stop}]`) ?? undefined;

/** The thing on the screen that bears the name of the stop, as soon and as long as there is one; it is outlined meanwhile. */
export function usePointedAt(stop: Stop): Element | undefined {
  const [element, setElement] = useState<Element>();
  useEffect(() => {
    const look = () => setElement(find(stop));
    look();
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [stop]);
  useEffect(() => {
    if (!element) return;
    element.setAttribute('data-pointed-at', '');
    element.scrollIntoView({ block: 'nearest' });
    return () => element.removeAttribute('data-pointed-at');
  }, [element]);
  return element;
}
