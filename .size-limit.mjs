// What the package may weigh: `npm run size`, after a build. Each public function alone, minified with all it needs; then the whole.
import { readFileSync } from 'node:fs';

/** Most kilobytes. */
const limits = {
  scoreAlignment: 10,
  scoreLinks: 10,
  linkTokens: 10,
  createMemoryCache: 10,
  joinLines: 10,
  filterLine: 10,
  describeLineage: 10,
  checkBeadFilter: 20,
  beadLine: 20,
  writeBeadLine: 20,
  bitextAlignment: 25,
  splitSentences: 40,
  createEmbedder: 60,
  linkWords: 70,
  traceLineage: 80,
  renderHtml: 100,
  formats: 130,
  alignSentences: 150,
  findDivergences: 200,
  nameSimilarity: 400,
  restoreNames: 750,
  detectLanguage: 680,
  splitByLanguage: 700,
  readDocument: 700,
  pairDocuments: 900,
  traceNames: 1100,
  alignDocuments: 2050,
  alignCorpus: 2050,
};
/** These are no functions. */
const values = ['AlignmentError', 'LEAST_LANGUAGE_CONFIDENCE', 'RULE_NAMES'];

const statements = readFileSync('dist/index.js', 'utf8').matchAll(/^import \{([^}]*)\} from/gm);
const exported = [...statements].flatMap(([, names = '']) => names.split(',').map((name) => name.trim()));
const unlimited = exported.filter((name) => !(name in limits) && !values.includes(name));
if (unlimited.length > 0) throw new Error(`.size-limit.mjs has no limit for ${unlimited.join(', ')}`);

export default [
  ...Object.entries(limits).map(([name, kilobytes]) => ({
    name,
    path: 'dist/index.js',
    import: `{ ${name} }`,
    limit: `${kilobytes} kB`,
    brotli: false,
    ignore: ['@xenova/transformers', '@huggingface/transformers', 'usearch'],
    modifyEsbuildConfig: (config) => ({ ...config, charset: 'utf8', logLevel: 'error' }),
  })),
  {
    name: 'what the package unpacks to: code, types and weights',
    path: ['dist/**', 'models/**'],
    limit: '33 MB',
    disablePlugins: ['@size-limit/esbuild'],
    brotli: false,
  },
];
