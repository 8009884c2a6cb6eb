/** Alignments that hang together, of texts that do not. */
import fc from 'fast-check';
import type { AlignedDocument, Alignment, Bead, Mention, Place } from '../../src/types.ts';
import { hostileName, hostileText } from './fuzz-texts.ts';

const languages = fc.constantFrom('en', 'id', 'zh', 'zh-Hant', 'ru', 'ar', 'ja', 'ko', 'th', 'he', 'de', 'und', 'el', 'hi');
const share = fc.double({ min: 0, max: 1, noNaN: true });
const draw = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });

const rules = ['number', 'date', 'polarity', 'count-noun'] as const;

/** A whole alignment of two or three documents with hostile texts, ids, names and findings. */
export const hostileAlignment: fc.Arbitrary<Alignment> = fc
  .tuple(
    fc.uniqueArray(hostileName, { minLength: 2, maxLength: 3 }),
    fc.array(fc.tuple(languages, fc.array(hostileText, { maxLength: 5 }), fc.option(hostileName, { nil: undefined })), {
      minLength: 3,
      maxLength: 3,
    }),
    fc.array(fc.tuple(hostileName, hostileText, draw), { maxLength: 4 }),
    fc.array(fc.tuple(fc.constantFrom('parallel', 'comparable', 'unrelated'), share, fc.array(draw, { maxLength: 6 })), {
      minLength: 3,
      maxLength: 3,
    }),
  )
  .map(([ids, texts, names, relations]) => {
    const documents = ids.map((id, k) => makeDocument(id, ...texts[k]!));
    const pairs = documents.flatMap((source, s) =>
      documents.slice(s + 1).map((target, t) => {
        const [relation, confidence, draws] = relations[s + t]!;
        return {
          source: source.id,
          target: target.id,
          relation: relation as 'parallel',
          relationConfidence: confidence,
          sameEvent: 1,
          beads: draws.map(
            (numbers): Bead => ({
              source: spanOf(source, numbers[0]!, numbers[1]!),
              target: spanOf(target, numbers[2]!, numbers[3]!),
              similarity: confidence,
              confidence,
            }),
          ),
        };
      }),
    );
    const place = (numbers: readonly number[]): Place | undefined => {
      const document = documents[numbers[4]! % documents.length]!;
      const sentence = document.sentences[numbers[5]! % Math.max(1, document.sentences.length)];
      if (!sentence) return undefined;
      const start = sentence.start + (numbers[6]! % (sentence.end - sentence.start + 1));
      const end = start + (numbers[7]! % (sentence.end - start + 1));
      return { document: document.id, sentence: sentence.index, start, end, text: document.text.slice(start, end) };
    };
    const kinds = ['exact', 'variant', 'transliterated', 'garbled'] as const;
    const bead = (numbers: readonly number[]): [number, number] | undefined => {
      const pair = numbers[8]! % pairs.length;
      const count = pairs[pair]!.beads.length;
      return count === 0 ? undefined : [pair, numbers[9]! % count];
    };
    const mention = (numbers: readonly number[]): Mention[] => {
      const at = place(numbers);
      const beads = bead(numbers);
      return at ? [{ ...at, kind: kinds[numbers[10]! % 4]!, romanized: at.text, similarity: 0.5, beads: beads ? [beads] : [] }] : [];
    };
    return {
      documents,
      pairs,
      groups: names.map(([, , numbers]) => [numbers, [...numbers].reverse()].flatMap((list) => place(list) ?? [])),
      names: names.map(([canonical, , numbers]) => ({
        canonical,
        type: 'person' as const,
        mentions: [...mention(numbers), ...mention([...numbers].reverse())],
      })),
      findings: names.map(([value, message, numbers], k) => {
        const at = bead(numbers);
        const witnesses = [place(numbers), place([...numbers].reverse())].flatMap((one) => (one ? [{ ...one, value, odd: true }] : []));
        return { rule: rules[k % rules.length]!, beads: at ? [at] : [], witnesses, message, confidence: 0.5 };
      }),
      lineage: names.slice(0, 1).map(([evidence]) => ({
        document: documents[0]!.id,
        kind: 'derived' as const,
        source: documents[1]!.id,
        through: 'en',
        confidence: 0.5,
        evidence: [evidence],
        against: [],
      })),
      warnings: names.slice(0, 2).map(([code, message]) => ({ code, message, document: documents[0]!.id })),
      model: { id: ids[0]!, revision: ids[1]!, dimensions: 3 },
    };
  });

function makeDocument(id: string, language: string, sentences: readonly string[], url?: string): AlignedDocument {
  let at = 0;
  return {
    id,
    language,
    languageConfidence: 1,
    text: sentences.join('\n'),
    ...(url === undefined ? {} : { url, date: url }),
    sentences: sentences.map((text, index) => {
      const start = at;
      at += text.length + 1;
      return { index, start, end: start + text.length, text };
    }),
  };
}

function spanOf(document: AlignedDocument, first: number, second: number): [number, number] {
  const start = first % (document.sentences.length + 1);
  return [start, start + (second % (document.sentences.length - start + 1))];
}
