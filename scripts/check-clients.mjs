// Whether programs of others read what `convert` writes, and `convert` what they write. Needs a build, and on Debian:
//     apt-get install --no-install-recommends omegat translate-toolkit libxml2-utils php-symfony-translation
// The last brings the schemas of OASIS, which are not ours to ship: `npm test` validates against grammars of our own.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const { bin } = JSON.parse(readFileSync('package.json', 'utf8'));
const cli = resolve(bin.palimpsest);
const type = resolve('test/formats/support/tmx14.dtd');
const schemas = '/usr/share/php/Symfony/Component/Translation/Resources/schemas';
const folder = mkdtempSync(join(tmpdir(), 'clients-'));
process.chdir(folder);

const source = ['The ferry left the harbour at noon.', 'The sea was rough & cold, < 5 degrees.', 'Nobody spoke.'];
const target = ['El ferry salió del puerto al mediodía.', 'El mar estaba agitado & frío, < 5 grados.', 'Nadie habló.'];
/** Both sides, as `convert --to moses` gives them. @type {string} */
const passages = `${source.join('\n')}\n${target.join('\n')}\n`;
let failed = 0;

/** @param {string} program @param {...string} args */
function run(program, ...args) {
  const { stdout, stderr, status, error } = spawnSync(program, args, { encoding: 'utf8', timeout: 300_000 });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr.slice(-500)}`);
  return stdout;
}

/** @param {...string} args */
const convert = (...args) => run(process.execPath, cli, 'convert', ...args);

/** What is read from a file. @param {string} name @param {...string} args */
function read(name, ...args) {
  convert(name, 'read', '--to', 'moses', ...args);
  const files = readdirSync('.').filter((file) => file.startsWith('read.'));
  const sides = files
    .sort((a, b) => Number(b.startsWith('read.en')) - Number(a.startsWith('read.en')))
    .map((file) => readFileSync(file, 'utf8'));
  for (const file of files) rmSync(file);
  return sides.join('');
}

/** @param {string} title @param {() => unknown} body */
function check(title, body) {
  try {
    body();
    console.log(`ok      ${title}`);
  } catch (error) {
    failed++;
    console.log(`FAILED  ${title}: ${error instanceof Error ? error.message : error}`);
  }
}

/** In any order: OmegaT sorts its memories. @param {string} found */
function expectPassages(found) {
  const pairs = (text = '') => {
    const lines = text.trimEnd().split('\n');
    const half = lines.length / 2;
    return lines
      .slice(0, half)
      .map((line, i) => `${line}\t${lines[half + i]}`)
      .sort()
      .join('\n');
  };
  if (pairs(found) !== pairs(passages)) throw new Error(`expected both sides, got ${JSON.stringify(found)}`);
}

writeFileSync('made.en', `${source.join('\n')}\n`);
writeFileSync('made.es', `${target.join('\n')}\n`);
convert('made.en', 'made.es', 'made.tmx', '--from', 'moses');
convert('made.tmx', 'made20.xlf');
convert('made.tmx', 'made12.xlf', '--to', 'xliff12');

check('TMX is valid against its document type (libxml2)', () => run('xmllint', '--noout', '--nonet', '--dtdvalid', type, 'made.tmx'));
for (const [version = '', file = ''] of [
  ['1.2-strict', 'made12.xlf'],
  ['2.0', 'made20.xlf'],
]) {
  check(`XLIFF ${version} is valid against the schema of OASIS (libxml2)`, () => {
    const schema = readFileSync(`${schemas}/xliff-core-${version}.xsd`, 'utf8');
    writeFileSync('schema.xsd', schema.replace(/schemaLocation="[^"]*xml\.xsd"/, `schemaLocation="${schemas}/xml.xsd"`));
    run('xmllint', '--noout', '--nonet', '--schema', 'schema.xsd', file);
  });
}

check('translate-toolkit reads our XLIFF 1.2, and we the PO, XLIFF and TMX that it makes of it', () => {
  run('xliff2po', '--progress=none', 'made12.xlf', 'their.po');
  // the toolkit treats units without approval as unfinished
  writeFileSync('their.po', readFileSync('their.po', 'utf8').replace(/^#, fuzzy\n/gm, ''));
  run('po2xliff', '--progress=none', 'their.po', 'their.xlf');
  run('po2tmx', '--progress=none', '-l', 'es', 'their.po', 'their.tmx');
  expectPassages(read('their.xlf', '--languages', 'en,es'));
  expectPassages(read('their.tmx'));
});

check('translate-toolkit counts every unit of our TMX as translated', () => {
  const counted = run('pocount', '--csv', 'made.tmx').split('\n')[1] ?? '';
  if (counted.split(',')[1]?.trim() !== '3') throw new Error(counted);
});

/** @param {string} name */
function project(name) {
  for (const part of ['source', 'target', 'tm', 'omegat', 'glossary', 'dictionary']) mkdirSync(join(name, part), { recursive: true });
  const folders = ['source', 'target', 'tm', 'glossary', 'dictionary'].map((part) => `<${part}_dir>__DEFAULT__</${part}_dir>`).join('');
  const settings = `<source_lang>EN</source_lang><target_lang>ES</target_lang><sentence_seg>true</sentence_seg><support_default_translations>true</support_default_translations><remove_tags>false</remove_tags>`;
  writeFileSync(
    join(name, 'omegat.project'),
    `<?xml version="1.0"?><omegat><project version="1.0">${folders}${settings}</project></omegat>`,
  );
}

check('OmegaT translates a text with our TMX, and we read the memory that it exports', () => {
  project('text');
  writeFileSync('text/source/a.txt', `${source.join(' ')}\n`);
  copyFileSync('made.tmx', 'text/omegat/project_save.tmx');
  run('omegat', 'text', '--mode=console-translate');
  const translated = readFileSync('text/target/a.txt', 'utf8');
  if (translated.trim() !== target.join(' ')) throw new Error(`translated to ${JSON.stringify(translated)}`);
  expectPassages(read('text/text-level1.tmx'));
  expectPassages(read('text/text-omegat.tmx'));
});

check('OmegaT opens our XLIFF 1.2, and what it writes is read again', () => {
  project('xliff');
  copyFileSync('made12.xlf', 'xliff/source/a.xlf');
  copyFileSync('made.tmx', 'xliff/omegat/project_save.tmx');
  run('omegat', 'xliff', '--mode=console-translate');
  expectPassages(read('xliff/target/a.xlf'));
});

process.chdir('/');
rmSync(folder, { recursive: true });
process.exitCode = failed > 0 ? 1 : 0;
