/**
 * An alignment of the five seeds made from the gold alone: its sentences, its beads, and its names wherever they stand. No model.
 *
 * Good enough to show and to write out; confidences are made up (from positions, so that they are the same every time).
 */
import { readdirSync, readFileSync } from 'node:fs';
import type {
  AlignedDocument,
  Alignment,
  Bead,
  DocumentPair,
  Mention,
  MentionKind,
  Place,
  Relation,
  TracedName,
} from '../../../src/types.ts';

const seeds = new URL('../../../seeds/', import.meta.url);
const readJson = <T>(name: string): T => JSON.parse(readFileSync(new URL(`gold/${name}`, seeds), 'utf8')) as T;

interface GoldSide {
  document: string;
  sentences: string[];
}
interface GoldPair {
  source: GoldSide;
  target: GoldSide;
  kind: Relation;
  beads: { source: number[]; target: number[] }[];
}
interface GoldNames {
  entities: { canonical: string; type: TracedName['type']; forms: Record<string, string[]>; kinds?: Record<string, MentionKind> }[];
}

/** Languages of the seeds, by document id. */
const languages: Record<string, string> = { '000': 'id', '001': 'en', '002:zh': 'zh', '002:en': 'en', '003': 'en', '004': 'en' };

/** Build the alignment; pairs without gold have no beads. */
export function seedAlignment(): Alignment {
  const gold = ['000-001', '000-003', '002.zh-002.en'].map((name) => readJson<GoldPair>(`${name}.json`));
  const sides = new Map(gold.flatMap((pair) => [pair.source, pair.target]).map((side) => [side.document, side.sentences]));
  const documents = Object.keys(languages).map((id) => makeDocument(id, sides.get(id)));
  const pairs = documents.flatMap((source, i) => documents.slice(i + 1).map((target) => makePair(source.id, target.id, gold)));
  const names = readJson<GoldNames>('names.json').entities.map((entity) => makeName(entity, documents));
  const place = (id: string, sentence: number): Place => {
    const { start, end, text } = documents.find((document) => document.id === id)!.sentences[sentence]!;
    return { document: id, sentence, start, end, text };
  };

  return {
    documents,
    pairs,
    groups: [[place('000', 4), place('001', 8), place('003', 8)]],
    names: names.filter((name) => name.mentions.length > 0),
    findings: [
      {
        rule: 'number',
        beads: [[pairs.findIndex((pair) => pair.source === '000' && pair.target === '001'), 6]],
        witnesses: [within(place('000', 11), '12 serangan Rusia'), within(place('001', 13), '12 fatalities')],
        message: 'The number is the same, what it counts is not.',
        confidence: 0.81,
      },
    ],
    lineage: [
      {
        document: '000',
        kind: 'derived',
        source: '003',
        alternatives: ['001'],
        through: 'id',
        confidence: 0.64,
        evidence: ['shares four quotations', 'names garbled on the way'],
        against: ['two sentences of it are not in 003'],
      },
      { document: '004', kind: 'common-source', with: ['003'], confidence: 0.5, evidence: [], against: [] },
    ],
    warnings: [{ code: 'UNUSUAL_CHARACTERS', message: 'holds a line separator', document: '003', sentence: 3 }],
    model: { id: 'gold', revision: '1', dimensions: 0 },
  };
}

function makeDocument(id: string, sentences?: string[]): AlignedDocument {
  const number = id.slice(0, 3);
  const file = readdirSync(seeds).find((name) => name.startsWith(`${number}_`))!;
  const text = readFileSync(new URL(file, seeds), 'utf8');
  const parts = sentences ?? text.split('\n').filter((line) => line.trim() !== '');
  let at = 0;
  const found = parts.map((part, index) => {
    const words = part.trim();
    const start = text.indexOf(words, at);
    if (start < 0) throw new Error(`Sentence ${index} of ${id} does not stand in the seed`);
    at = start + words.length;
    return { index, start, end: at, text: words };
  });
  const parent = id === number ? {} : { parent: number };
  return { id, ...parent, language: languages[id]!, languageConfidence: 1, text, sentences: found };
}

function makePair(source: string, target: string, gold: readonly GoldPair[]): DocumentPair {
  const known = gold.find((pair) => pair.source.document === source && pair.target.document === target);
  const beads = (known?.beads ?? []).map((bead, i): Bead => {
    const skip = bead.source.length === 0 || bead.target.length === 0;
    return {
      source: span(bead.source),
      target: span(bead.target),
      similarity: skip ? 0 : 0.4 + ((i * 7) % 5) / 10,
      confidence: 0.3 + ((i * 5) % 8) / 10.5,
    };
  });
  return { source, target, relation: known?.kind ?? 'comparable', relationConfidence: 0.9, sameEvent: 1, beads };
}

const span = (indices: readonly number[]): [number, number] => (indices.length === 0 ? [0, 0] : [indices[0]!, indices.at(-1)! + 1]);

function makeName(entity: GoldNames['entities'][number], documents: readonly AlignedDocument[]): TracedName {
  const mentions: Mention[] = [];
  for (const document of documents) {
    const forms = [...(entity.forms[document.id] ?? [])].sort((a, b) => b.length - a.length);
    for (const sentence of document.sentences) {
      const taken: [number, number][] = [];
      for (const form of forms) {
        for (let at = sentence.text.indexOf(form); at >= 0; at = sentence.text.indexOf(form, at + form.length)) {
          const [start, end] = [sentence.start + at, sentence.start + at + form.length];
          if (taken.some(([from, to]) => start < to && end > from)) continue;
          taken.push([start, end]);
          const kind = entity.kinds?.[form] ?? 'exact';
          mentions.push({
            document: document.id,
            sentence: sentence.index,
            start,
            end,
            text: form,
            kind,
            romanized: form,
            similarity: 0.9,
            beads: [],
          });
        }
      }
    }
  }
  return { canonical: entity.canonical, type: entity.type, mentions };
}

function within(place: Place, words: string): Place {
  const at = place.text.indexOf(words);
  return { ...place, start: place.start + at, end: place.start + at + words.length, text: words };
}
