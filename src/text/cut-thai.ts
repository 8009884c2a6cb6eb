/**
 * Cuts Thai, which has no mark for the end of a sentence: at a blank, where the stretch so far is long and the next word is one that often opens sentences.
 *
 * Time linear in the stretch.
 */
import { isSpace } from './characters.ts';
import { THAI_STARTERS } from './sentence-rules.ts';

/** UTF-16 units a stretch must have before a blank may end it. */
const SHORTEST = 60;

/** `[start, end)` cut into trimmed stretches; the whole span where no Thai stands in it. */
export function cutThai(text: string, start: number, end: number): [number, number][] {
  if (end - start < 2 * SHORTEST || !/[\u0e01-\u0e4f]/.test(text.slice(start, start + 400))) return [[start, end]];
  const pieces: [number, number][] = [];
  let from = start;
  for (let at = start + 1; at < end; at++) {
    if (!isSpace(text.charCodeAt(at - 1)) || isSpace(text.charCodeAt(at))) continue;
    if (at - from < SHORTEST || end - at < SHORTEST / 2 || !THAI_STARTERS.some((word) => text.startsWith(word, at))) continue;
    let to = at;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    pieces.push([from, to]);
    from = at;
  }
  pieces.push([from, end]);
  return pieces;
}
