/** Evidence in sentences that a journalist understands; none says what another has said. */
import type { AlignedDocument } from '../types.ts';
import type { CopyEvidence } from './copy-evidence.ts';

interface Described {
  readonly pro: string[];
  readonly contra: string[];
}

/** Examples that are named; further ones are only counted. */
const examples = 4;

export function describeCopy(shown: CopyEvidence, child: AlignedDocument, parent: AlignedDocument): Described {
  const pro = [`${percent(shown.childInParent)} of it is also in ${parent.id}, ${orderOf(shown.inOrder)}`];
  if (shown.parentInChild < 0.7) pro.push(`${parent.id} has more: ${percent(1 - shown.parentInChild)} of that is missing here`);
  if (shown.garbledInChild.length > 0) pro.push(`it garbles names that ${parent.id} has right: ${list(shown.garbledInChild)}`);
  if (shown.glossesInChild.length > shown.glossesInParent.length)
    pro.push(`it gives names in Latin letters beside their transliteration, as translators do: ${list(shown.glossesInChild)}`);
  if (shown.straysInChild.length > 0 && shown.straysInParent.length === 0)
    pro.push(`blanks stand where machine translation leaves them: ${list(shown.straysInChild.map((words) => `“${words}”`))}`);
  if (child.date !== undefined && parent.date !== undefined && Date.parse(child.date) > Date.parse(parent.date))
    pro.push(`it is dated ${child.date}, ${parent.id} ${parent.date}`);
  const contra: string[] = [];
  if (shown.alone > 0)
    contra.push(
      `${shown.alone === 1 ? 'one sentence' : `${shown.alone} sentences`} of it ${shown.alone === 1 ? 'is' : 'are'} not in ${parent.id}`,
    );
  if (shown.garbledInParent.length > 0) contra.push(`${parent.id} garbles names that it has right: ${list(shown.garbledInParent)}`);
  if (shown.glossesInParent.length > shown.glossesInChild.length)
    contra.push(`${parent.id} gives names in Latin letters beside their transliteration: ${list(shown.glossesInParent)}`);
  return { pro, contra };
}

export function describeCommonSource(shared: readonly { evidence: CopyEvidence; other: AlignedDocument }[]): Described {
  const pro: string[] = [];
  const contra: string[] = [];
  for (const { evidence, other } of shared) {
    pro.push(`${percent(evidence.childInParent)} of it is also in ${other.id}, ${orderOf(evidence.inOrder)}`);
    if (evidence.garbledInChild.length > 0 && evidence.garbledInParent.length > 0)
      pro.push(
        `each garbles names that the other has right: ${list(evidence.garbledInChild)} here, ${list(evidence.garbledInParent)} in ${other.id}`,
      );
    if (evidence.alone > 0)
      pro.push(`each has what the other lacks: here ${evidence.alone === 1 ? 'one sentence' : `${evidence.alone} sentences`}`);
  }
  return { pro, contra };
}

/** Shares of sentence pairs in order that the wording distinguishes. */
const inOrder = 0.9;
/** See `inOrder`. */
const mostlyInOrder = 0.6;

function orderOf(share: number): string {
  return share > inOrder ? 'in the same order' : share > mostlyInOrder ? 'mostly in the same order' : 'in a different order';
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function list(words: readonly string[]): string {
  const more = words.length - examples;
  return more > 0 ? `${words.slice(0, examples).join(', ')} and ${more} more` : words.join(', ');
}
