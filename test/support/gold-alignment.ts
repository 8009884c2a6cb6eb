/** The seeds as their gold aligns them, so that what is traced in beads can be scored apart from the aligner. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AlignedDocument, Alignment, DocumentPair, Relation } from '../../src/types.ts';
import type { GoldFindings } from './score-findings.ts';

const FOLDER = fileURLToPath(new URL('../../seeds/gold/', import.meta.url));
const LANGUAGES: Readonly<Record<string, string>> = { '000': 'id', '002:zh': 'zh' };

interface GoldPair {
  kind: Relation;
  source: { document: string; sentences: string[] };
  target: { document: string; sentences: string[] };
  beads: { source: number[]; target: number[] }[];
}

/** All disagreements written down for the seeds. */
export function readGoldFindings(): GoldFindings[] {
  return (JSON.parse(readFileSync(`${FOLDER}findings.json`, 'utf8')) as { pairs: GoldFindings[] }).pairs;
}

/** The four pairs of the findings list, each with its gold beads. */
export function readGoldAlignment(): Pick<Alignment, 'documents' | 'pairs' | 'names'> {
  const files = ['002.zh-002.en', '000-001', '000-003'].map(
    (name) => JSON.parse(readFileSync(`${FOLDER}${name}.json`, 'utf8')) as GoldPair,
  );
  const documents = new Map<string, AlignedDocument>();
  const pairs: DocumentPair[] = [];
  const add = (id: string, sentences: readonly string[]): void => {
    if (!documents.has(id)) documents.set(id, toDocument(id, sentences));
  };
  for (const gold of files) {
    add(gold.source.document, gold.source.sentences);
    add(gold.target.document, gold.target.sentences);
    pairs.push(toPair(gold.source.document, gold.target.document, gold.kind, gold.beads));
  }
  const last = readGoldFindings().find((pair) => pair.source === '004') as GoldFindings & { sentences: string[]; beads: GoldPair['beads'] };
  add('004', last.sentences);
  pairs.push(toPair('004', '003', 'comparable', last.beads));
  return { documents: [...documents.values()], pairs, names: [] };
}

function toPair(source: string, target: string, relation: Relation, beads: GoldPair['beads']): DocumentPair {
  const range = (indices: readonly number[]): [number, number] =>
    indices.length === 0 ? [0, 0] : [Math.min(...indices), Math.max(...indices) + 1];
  return {
    source,
    target,
    relation,
    relationConfidence: 1,
    sameEvent: 1,
    beads: beads.map((bead) => ({ source: range(bead.source), target: range(bead.target), similarity: 0.7, confidence: 0.95 })),
  };
}

function toDocument(id: string, sentences: readonly string[]): AlignedDocument {
  let at = 0;
  return {
    id,
    language: LANGUAGES[id] ?? 'en',
    languageConfidence: 1,
    text: sentences.join('\n'),
    sentences: sentences.map((text, index) => {
      const start = at;
      at += text.length + 1;
      return { index, start, end: start + text.length, text };
    }),
  };
}
