// What the package may weigh: `npm run size`, after a build.
export default [
  {
    name: 'browser entry: the whole library with its dependencies, minified, compressed',
    path: 'dist/index.js',
    limit: '2.2 MB',
    modifyEsbuildConfig: (config) => ({ ...config, logLevel: 'error' }),
  },
  {
    name: 'what the package unpacks to: code, types and weights',
    path: ['dist/**', 'models/**'],
    limit: '27 MB',
    disablePlugins: ['@size-limit/esbuild'],
    brotli: false,
  },
];
