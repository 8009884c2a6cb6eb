/**
 * Writes src/text/unsettled-ranges.ts: the characters about which versions of Unicode from 15.0 on do not agree.
 *
 *     path/to/an/old/node scripts/make-settled-characters.mjs path/to/new/node …
 *
 * The old one must have Unicode 15.0 (Node 20.8; `node -p process.versions.unicode`). What it does not know is unsettled: later versions
 * may make it anything. So is what the new ones class or case otherwise than the old one does; it is printed, for there should be little of it.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(import.meta.url);
if (process.argv[2] === '--describe') {
  process.stdout.write(JSON.stringify(describeAll()));
} else {
  if (process.versions.unicode !== '15.0') throw new Error(`expected an engine with Unicode 15.0, got ${process.versions.unicode}`);
  const old = describeAll();
  const unsettled = new Set();
  for (const [code, about] of old.entries()) if (about === '' && !isNoncharacter(code)) unsettled.add(code);
  for (const node of process.argv.slice(2)) {
    const young = JSON.parse(execFileSync(node, [file, '--describe'], { encoding: 'utf8', maxBuffer: 1 << 28 }));
    for (const [code, about] of old.entries()) {
      if (about === '' || about === young[code]) continue;
      console.log(`U+${code.toString(16)}: ${about} became ${young[code]}`);
      unsettled.add(code);
    }
  }
  const ranges = [];
  for (const code of [...unsettled].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] === code) last[1]++;
    else ranges.push([code, code + 1]);
  }
  let at = 0;
  const steps = ranges.flat().map((bound) => {
    const step = bound - at;
    at = bound;
    return step.toString(36);
  });
  const lines = steps.join(' ').match(/.{1,125}(?: |$)/g) ?? [];
  writeFileSync(
    new URL('../src/text/unsettled-ranges.ts', import.meta.url),
    `/** Made by scripts/make-settled-characters.mjs: steps to where unsettled characters begin and end, by turns, in base 36. */\nexport const UNSETTLED_RANGES =\n${lines.map((line) => `  '${line}'`).join(' +\n')};\n`,
  );
  console.log(`${unsettled.size} characters in ${ranges.length} ranges`);
}

/** What the engine says of each code point: nothing if it is unassigned. */
function describeAll() {
  const kinds = 'Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co'
    .split(' ')
    .map((kind) => /** @type {const} */ ([kind, new RegExp(`^\\p{${kind}}$`, 'u')]));
  const scripts = 'Latin Han Hiragana Katakana Hangul Cyrillic Greek Arabic Hebrew Thai Common Inherited'
    .split(' ')
    .map((script) => /** @type {const} */ ([script, new RegExp(`^\\p{Script=${script}}$`, 'u')]));
  return Array.from({ length: 0x110000 }, (_, code) => {
    const character = String.fromCodePoint(code);
    const kind = kinds.find(([, pattern]) => pattern.test(character))?.[0];
    if (kind === undefined) return '';
    const script = scripts.find(([, pattern]) => pattern.test(character))?.[0] ?? '';
    const forms = ['NFC', 'NFD', 'NFKC', 'NFKD'].map((form) => character.normalize(form));
    return [kind, script, character.toLowerCase(), character.toUpperCase(), ...forms]
      .map((part) => (part === character ? '' : part))
      .join(' ');
  });
}

function isNoncharacter(code) {
  return (code & 0xfffe) === 0xfffe || (code >= 0xfdd0 && code < 0xfdf0);
}
