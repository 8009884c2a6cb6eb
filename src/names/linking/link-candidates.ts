/** Which pairs of spellings are worth weighing: those that meet in beads, and those of one consonant skeleton. */
import type { NameForm } from './name-forms.ts';
import { isFull } from './name-links.ts';
import type { PairEvidence } from './pair-evidence.ts';
import { skeleton } from './skeleton.ts';

const largestBlock = 60;

/** Pairs of forms, each once. */
export function* candidatePairs(forms: readonly NameForm[], meetings: PairEvidence): Generator<[NameForm, NameForm]> {
  const seen = new Set<number>();
  const fresh = (one: number, other: number) => {
    const key = Math.min(one, other) * forms.length + Math.max(one, other);
    if (one === other || seen.has(key)) return false;
    seen.add(key);
    return true;
  };
  for (const [one, other] of meetings.pairs()) if (fresh(one, other)) yield [forms[one]!, forms[other]!];
  const blocks = new Map<string, number[]>();
  for (const form of forms) {
    const kind = isFull(form) ? 'full' : 'single';
    for (const word of form.name.words) {
      if (word.light || word.initial) continue;
      const bones = skeleton(word.latin.letters);
      const keys = new Set([bones]);
      if (bones.length > 2) for (let cut = 0; cut < bones.length; cut++) keys.add(bones.slice(0, cut) + bones.slice(cut + 1));
      for (const key of keys) {
        const block = blocks.get(`${kind} ${key}`);
        if (block === undefined) blocks.set(`${kind} ${key}`, [form.index]);
        else if (block.at(-1) !== form.index) block.push(form.index);
      }
    }
  }
  for (const block of blocks.values()) {
    // in a block too large to compare each with each, spellings near in the alphabet are compared
    const ordered = block.length <= largestBlock ? block : [...block].sort((a, b) => (forms[a]!.key < forms[b]!.key ? -1 : 1));
    for (let i = 0; i < ordered.length; i++) {
      for (let j = i + 1; j < Math.min(ordered.length, i + largestBlock); j++) {
        if (fresh(ordered[i]!, ordered[j]!)) yield [forms[ordered[i]!]!, forms[ordered[j]!]!];
      }
    }
  }
}
