// What is checked before the tests, two at a time: the types beside the style, the reference, the build and its size. Fails when one of them does.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const lanes = [['types'], ['lint', 'docs:check', 'build', 'size']];

/** Runs a script of the package and shows what it says when it is done. @param {string} name */
async function run(name) {
  const child = spawn('npm', ['run', '--silent', name], { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  /** @type {Buffer[]} */
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const [code] = await once(child, 'close');
  process.stdout.write(`> ${name}\n${Buffer.concat(said)}\n`);
  if (code !== 0) process.exitCode = 1;
}

await Promise.all(
  lanes.map(async (names) => {
    for (const name of names) await run(name);
  }),
);
