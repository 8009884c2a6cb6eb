// Checks that a tag, package.json, CHANGELOG.md and CITATION.cff name one version: `node scripts/check-release.mjs v1.2.3`.
// Without a tag it checks the three files against one another.
import { readFileSync } from 'node:fs';

const read = (name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const { version } = JSON.parse(read('package.json'));
const tag = process.argv[2];
const problems = [];
if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) problems.push(`package.json: ${version} is no semantic version`);
if (tag !== undefined && tag !== `v${version}`) problems.push(`tag ${tag} does not belong to version ${version}`);
const entry = new RegExp(`^## \\[?${version.replaceAll('.', '\\.')}\\]?(?: .*)?$`, 'm').exec(read('CHANGELOG.md'))?.[0];
if (entry === undefined) problems.push(`CHANGELOG.md: no entry for ${version}`);
else if (tag !== undefined && !/\d{4}-\d{2}-\d{2}/.test(entry)) problems.push(`CHANGELOG.md: the entry for ${version} has no date`);
if (!new RegExp(`^version: ['"]?${version.replaceAll('.', '\\.')}['"]?$`, 'm').test(read('CITATION.cff')))
  problems.push(`CITATION.cff: not version ${version}`);

for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
