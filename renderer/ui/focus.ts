const most = 40;
/** What had the focus and where it stood, the last at the end. */
const visited: { element: HTMLElement; around: Element[] }[] = [];

document.addEventListener('focusin', ({ target }) => {
  if (!(target instanceof HTMLElement)) return;
  const around: Element[] = [];
  for (let above = target.parentElement; above; above = above.parentElement) around.push(above);
  visited.push({ element: target, around });
  if (visited.length > most) visited.shift();
});

const stops = 'button, a[href], input, textarea, select, [tabindex]:not([tabindex="-1"])';

const canTake = (element: HTMLElement) =>
  element.isConnected &&
  element.checkVisibility() &&
  !element.matches(':disabled') &&
  !element.closest('[aria-hidden=true], [inert], [role=menu], [role=listbox]');

const isLost = () => !document.activeElement || document.activeElement === document.body;

/** What had the focus last and still can have it, else the first there is in the place that is shown. */
function lastThere(): HTMLElement | undefined {
  const main = document.querySelector('main');
  return visited.findLast(({ element }) => canTake(element))?.element ?? (main ? firstIn(main) : undefined);
}

const firstIn = (around: Element) => [...around.querySelectorAll<HTMLElement>(stops)].find(canTake);

/** When a dialog has closed: the focus goes back to where it was, unless it was given to something meanwhile. A dialog knows no trigger. */
export function giveBack(event: Event): void {
  event.preventDefault();
  if (isLost()) lastThere()?.focus();
}

let waiting: MutationObserver | undefined;

function stopWaiting(): void {
  waiting?.disconnect();
  waiting = undefined;
}

/** Begins at the name of the place, which is read out and no key acts on, as soon as it is there; whatever has the focus meanwhile keeps it. */
export function beginAtName(): void {
  stopWaiting();
  const begin = () => {
    const name = isLost() ? document.querySelector<HTMLElement>('main h1') : null;
    name?.setAttribute('tabindex', '-1');
    name?.focus({ preventScroll: true });
    return !isLost();
  };
  if (begin()) return;
  waiting = new MutationObserver(() => begin() && stopWaiting());
  waiting.observe(document.body, { childList: true, subtree: true });
}

/** After something was picked from a list: in the tree one came from, whose keys are for what is selected; else at the name of the place. */
export function goOn(): void {
  const last = isLost() ? lastThere() : undefined;
  if (last?.matches('[role=tree]')) last.focus();
  else beginAtName();
}

/**
 * When another place is shown: whoever was taken there by what is gone begins at its name; who went back to a list, at what was followed
 * from it, `left`.
 */
export function arrive(left: string | undefined): void {
  const last = visited.at(-1)?.element;
  if (!isLost() || !last || last.isConnected) return;
  const followed =
    left === undefined || last.matches('h1') ? null : document.querySelector<HTMLElement>(`main [data-item="${CSS.escape(left)}"]`);
  if (followed) followed.focus();
  else beginAtName();
}

/** Beside what had the focus and is gone: the first there is in what it stood in, within its place or dialog. */
function besideLost(): HTMLElement | undefined {
  const last = visited.at(-1);
  const around = last?.around.find((element) => element.isConnected && element.matches(':has(button, input, textarea, [tabindex])'));
  if (!around || around.matches('main, body, #root, .frame, .react-flow, .react-flow *')) return undefined;
  return firstIn(around);
}

/** After a key has done its work. */
const settled = 150;

/** Whoever works by keys never loses their place: where a key removed what had the focus, what stood beside it has it. */
export function keepFocus(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const check = () => {
    const last = visited.at(-1);
    if (waiting || !isLost() || !last || last.element.isConnected || last.around.some((a) => a.matches('.react-flow, .palette'))) return;
    (besideLost() ?? lastThere())?.focus();
  };
  const pressed = () => {
    clearTimeout(timer);
    timer = setTimeout(check, settled);
  };
  // What a click takes away leaves the focus to whoever clicks next.
  const clicked = () => clearTimeout(timer);
  window.addEventListener('keyup', pressed);
  window.addEventListener('pointerdown', clicked, true);
  return () => {
    clearTimeout(timer);
    window.removeEventListener('keyup', pressed);
    window.removeEventListener('pointerdown', clicked, true);
  };
}
