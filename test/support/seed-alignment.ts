/** An alignment of the seeds from the gold beads alone, so that tracing can be tested without a model. */
import { readFileSync } from 'node:fs';
import type { AlignedDocument, Alignment, Bead, DocumentPair, Sentence } from '../../src/types.ts';

interface GoldSide {
  readonly document: string;
  readonly sentences: readonly string[];
}

interface GoldFile {
  readonly source: GoldSide;
  readonly target: GoldSide;
  readonly kind: 'parallel' | 'comparable';
  readonly beads: readonly { readonly source: readonly number[]; readonly target: readonly number[] }[];
}

const seeds = new URL('../../seeds/', import.meta.url);
const languages: Readonly<Record<string, string>> = { '000': 'id', '001': 'en', '002:zh': 'zh', '002:en': 'en', '003': 'en', '004': 'en' };
const files: Readonly<Record<string, string>> = {
  '000': '000_cff37631ae16b27f',
  '001': '001_a8d46ff2df23af88',
  '002:zh': '002_ffe5ed33785743ed',
  '002:en': '002_ffe5ed33785743ed',
  '003': '003_cdbeefb2652c3b96',
  '004': '004_b960f803c0494b89',
};

/** Documents and beads of the seeds as the gold files have them; pairs without gold have no beads. */
export function seedAlignment(): Pick<Alignment, 'documents' | 'pairs'> {
  const gold = ['000-001', '000-003', '002.zh-002.en'].map(
    (name) => JSON.parse(readFileSync(new URL(`gold/${name}.json`, seeds), 'utf8')) as GoldFile,
  );
  const sides = gold.flatMap(({ source, target }) => [source, target]);
  const documents = Object.entries(files).map(([id, file]): AlignedDocument => {
    const text = readFileSync(new URL(`${file}.txt`, seeds), 'utf8');
    const parent = id.includes(':') ? { parent: '002' } : {};
    const side = sides.find(({ document }) => document === id);
    const sentences = side === undefined ? plainSentences(text) : locate(text, side.sentences);
    return { id, ...parent, language: languages[id]!, languageConfidence: 1, text, sentences };
  });
  const pairs = gold.map(({ source, target, kind, beads }): DocumentPair => {
    const spans = beads.map((bead): Bead => ({ source: span(bead.source), target: span(bead.target), similarity: 0.8, confidence: 0.9 }));
    return { source: source.document, target: target.document, relation: kind, relationConfidence: 1, sameEvent: 1, beads: spans };
  });
  return { documents, pairs };
}

function span(indices: readonly number[]): [number, number] {
  return indices.length === 0 ? [0, 0] : [Math.min(...indices), Math.max(...indices) + 1];
}

function locate(text: string, sentences: readonly string[]): Sentence[] {
  let from = 0;
  return sentences.map((sentence, index) => {
    const start = text.indexOf(sentence, from);
    if (start < 0) throw new Error(`gold sentence ${index} is not in the text: ${sentence}`);
    from = start + sentence.length;
    return { index, start, end: from, text: sentence };
  });
}

/** Lines cut at full stops: enough for a document that no gold file cuts. */
function plainSentences(text: string): Sentence[] {
  return [...text.matchAll(/\S.*?(?:[.!?]["”’]?(?=\s)|(?=\n)|$)/gmu)].map((match, index) => ({
    index,
    start: match.index,
    end: match.index + match[0].trimEnd().length,
    text: match[0].trimEnd(),
  }));
}
