/** The texts that the embedder's benches run on. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const WORDS = 25;
const CHARACTERS = 45;
const DEFAULT_FOLDER = '../shared/eval-dev/flores-devtest';

/** Sentences of 25 words (in scripts that run on: of 45 characters), cut one after another from each file of a folder, or from the seeds. */
export function readBenchTexts(folder = DEFAULT_FOLDER): { name: string; texts: string[] }[] {
  const place = existsSync(folder) ? folder : 'seeds';
  const names = readdirSync(place).filter((name) => name.endsWith('.txt'));
  return names.map((name) => ({ name: name.replace('.txt', ''), texts: cutSentences(readFileSync(`${place}/${name}`, 'utf8')) }));
}

function cutSentences(text: string): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  const runsOn = words.length * 12 < text.length;
  const parts = runsOn ? [...words.join('')] : words;
  const size = runsOn ? CHARACTERS : WORDS;
  const count = Math.floor(parts.length / size);
  return Array.from({ length: count }, (_, i) => parts.slice(i * size, (i + 1) * size).join(runsOn ? '' : ' '));
}
