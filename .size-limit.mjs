// What the package may weigh: `npm run size`, after a build. Each public function alone, minified with all it needs, in kB; then the whole.
const functions = {
  'scoreAlignment, scoreLinks': 10,
  'linkTokens, createMemoryCache, AlignmentError': 10,
  'beadLine, filterLine, checkBeadFilter, writeBeadLine': 20,
  bitextAlignment: 20,
  traceLineage: 25,
  splitSentences: 40,
  createEmbedder: 60,
  linkWords: 70,
  renderHtml: 90,
  formats: 130,
  alignSentences: 150,
  nameSimilarity: 600,
  restoreNames: 620,
  'detectLanguage, splitByLanguage': 680,
  pairDocuments: 850,
  traceNames: 1100,
  findDivergences: 3100,
  alignDocuments: 3900,
  alignCorpus: 3900,
};

export default [
  ...Object.entries(functions).map(([names, kilobytes]) => ({
    name: names,
    path: 'dist/index.js',
    import: `{ ${names} }`,
    limit: `${kilobytes} kB`,
    brotli: false,
    ignore: ['@xenova/transformers', '@huggingface/transformers', 'usearch'],
    modifyEsbuildConfig: (config) => ({ ...config, charset: 'utf8', logLevel: 'error' }),
  })),
  {
    name: 'what the package unpacks to: code, types and weights',
    path: ['dist/**', 'models/**'],
    limit: '25 MB',
    disablePlugins: ['@size-limit/esbuild'],
    brotli: false,
  },
];
