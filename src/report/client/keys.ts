/** The keyboard. */
import { step } from './board.ts';
import { chooseWord, stepWord } from './pointing.ts';
import { stepFinding } from './route.ts';

/** On the sheet: from passage to passage, from word to word. */
const onSheet: Record<string, () => void> = {
  ArrowDown: () => step((position) => position + 1),
  j: () => step((position) => position + 1),
  ArrowUp: () => step((position) => position - 1),
  k: () => step((position) => position - 1),
  Home: () => step(() => 0),
  End: () => step(() => Number.POSITIVE_INFINITY),
  ArrowRight: () => stepWord(1),
  ArrowLeft: () => stepWord(-1),
  Escape: () => chooseWord(-1),
};

/** Anywhere, but where one writes. */
const anywhere: Record<string, () => void> = {
  n: () => stepFinding(1),
  p: () => stepFinding(-1),
  '/': () => document.querySelector<HTMLElement>('#find')!.focus(),
};

/** Handler of keys for an element that has these meanings. */
const handler = (meanings: Record<string, () => void>) => (event: KeyboardEvent) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(meanings, event.key)) return;
  if ((event.target as Element).matches?.('input:not([type=checkbox]), select, textarea')) return;
  event.preventDefault();
  meanings[event.key]!();
};

export const pressOnSheet = handler(onSheet);
export const pressAnywhere = handler(anywhere);
export { handler as keyHandler };
