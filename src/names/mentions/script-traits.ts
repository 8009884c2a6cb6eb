/** How scripts without capitals are written: spaces, affixes, the characters that foreign names are spelled with. */
import type { AlignedDocument } from '../../types.ts';
import { transliterationCharacters } from '../sound/sound-tables.ts';
import { type SoundScript, scriptOf } from '../sound/sound-units.ts';

/** The script of a document without capitals that sound can be searched in; undefined for all others. */
export function uncasedScript(document: AlignedDocument): SoundScript | 'other' | undefined {
  const head = document.sentences
    .slice(0, 40)
    .map(({ text }) => text)
    .join('');
  const counts = new Map<string, number>([['cased', head.match(/[\p{Lu}\p{Ll}]/gu)?.length ?? 0]]);
  for (const letter of head.match(/[\p{Lt}\p{Lm}\p{Lo}]/gu) ?? []) {
    const script = scriptOf(letter);
    if (script !== undefined) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  // kana beside Han is Japanese
  if ((counts.get('kana') ?? 0) * 4 > (counts.get('han') ?? 0)) counts.set('kana', (counts.get('kana') ?? 0) + (counts.get('han') ?? 0));
  const [script] = [...counts].sort((a, b) => b[1] - a[1])[0]!;
  if (script === 'cased') return undefined;
  return script === 'latin' ? 'other' : (script as SoundScript);
}

/** Scripts that part words by spaces. */
export const spaced = new Set<string>(['hangul', 'arabic', 'hebrew', 'other']);

/** Letters that Arabic and Hebrew write at the beginning of the word that follows them: and, in, to, the. */
export const prefixes: Readonly<Record<string, RegExp>> = {
  arabic: /^(?:[وف]?[بلك]?(?:ال)?)(?=\p{L}{2})/u,
  hebrew: /^[וש]?[הבלמכ]?(?=\p{L}{2})/u,
};
const koreanParticle = /(?:은|는|이|가|을|를|의|에|에서|에게|로|으로|와|과|도|만|까지|부터|이라고|라고|측|군)$/u;

/** A word, and the word without prefixes or particles. */
export function withoutAffixes(word: string, script: string): string[] {
  const forms = [word];
  const prefix = prefixes[script];
  if (prefix !== undefined) forms.push(word.replace(prefix, ''));
  if (script === 'hangul') forms.push(word.replace(koreanParticle, ''));
  return forms;
}

/** Han characters that foreign names are written with. */
export const transliterating = new Set(transliterationCharacters);

/** Whether foreign names are written with the character: Han as above, or katakana. */
export function isTransliterating(character: string): boolean {
  return transliterating.has(character) || /[\u30a1-\u30fa\u30fc]/.test(character);
}
