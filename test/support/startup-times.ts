/** Processor time of Node processes that start and end, in milliseconds: the least of several runs, which alternate. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const RUNS = 7;

/** @param commands - Arguments of Node. Processor time, since other work on the machine hardly changes it. */
export function startupTimes(commands: readonly (readonly string[])[], cwd: string): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-startup-'));
  try {
    const [clock, answer] = [join(folder, 'clock.cjs'), join(folder, 'answer')];
    const write = `require('node:fs').writeFileSync(${JSON.stringify(answer)}, JSON.stringify(process.cpuUsage()))`;
    writeFileSync(clock, `process.on('exit', () => ${write});`);
    const least = commands.map(() => Number.POSITIVE_INFINITY);
    for (let run = 0; run < RUNS; run++) {
      for (const [index, command] of commands.entries()) {
        execFileSync(process.execPath, ['--require', clock, ...command], { cwd, stdio: 'ignore' });
        const { user, system } = JSON.parse(readFileSync(answer, 'utf8')) as NodeJS.CpuUsage;
        least[index] = Math.min(least[index]!, (user + system) / 1000);
      }
    }
    return least;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
