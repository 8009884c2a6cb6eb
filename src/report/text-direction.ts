/** Which way a text runs: that of most of its letters, so that a foreign name at its start does not turn it round. */

/** A direction as HTML names it. */
export type Direction = 'ltr' | 'rtl';

const fromTheRight = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu;

/** The direction of most letters; `undefined` for a text without any, or with as many of either. */
export function textDirection(text: string): Direction | undefined {
  const right = text.match(fromTheRight)?.length ?? 0;
  const all = text.match(/\p{L}/gu)?.length ?? 0;
  if (right * 2 === all) return undefined;
  return right * 2 > all ? 'rtl' : 'ltr';
}
