/**
 * Run notebooks without Python or Jupyter, and keep their outputs.
 *
 *     node scripts/run-notebook.mjs examples/01-first-alignment.ipynb …      runs, and writes the outputs into the files
 *     node scripts/run-notebook.mjs --check examples/*.ipynb                 runs, and leaves the files alone
 *
 * Speaks the Jupyter messaging protocol (version 5.3, https://jupyter-client.readthedocs.io/en/stable/messaging.html) with the Deno
 * kernel of the npm package `deno`, over the npm package `zeromq`. Ends with 1 when a cell throws. Stack traces and execution times are
 * not kept, so that a second run gives the same file.
 */
import { spawn } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Dealer, Subscriber } from 'zeromq';

const delimiter = '<IDS|MSG>';
/** Milliseconds of silence after which a cell has said all it had to say. */
const quiet = 400;

/** A cell threw. */
export class CellError extends Error {
  /** @override */
  name = 'CellError';
}

/**
 * Run all code cells of a notebook, in order, in one fresh kernel.
 *
 * @param {string} file - Path of the notebook; cells run in its folder.
 * @param {{ timeout?: number }} [options] - Milliseconds that one cell may take, 120 s when left out.
 * @returns {Promise<object>} The notebook with its outputs.
 * @throws {CellError} When a cell throws.
 */
export async function runNotebook(file, { timeout = 120_000 } = {}) {
  const notebook = JSON.parse(readFileSync(file, 'utf8'));
  const kernel = await startKernel(dirname(resolve(file)), timeout);
  try {
    for (const cell of notebook.cells) if (cell.cell_type === 'code') await runCell(kernel, cell);
  } finally {
    kernel.stop();
  }
  return notebook;
}

async function runCell(kernel, cell) {
  const code = [cell.source].flat().join('');
  cell.outputs = [];
  const content = { code, silent: false, store_history: true, user_expressions: {}, allow_stdin: false, stop_on_error: true };
  const reply = await kernel.request('execute_request', content, ({ type, content }) => keepOutput(cell.outputs, type, content));
  cell.execution_count = reply.execution_count ?? null;
  if (reply.status === 'error') throw new CellError(`${reply.ename}: ${reply.evalue}\nin the cell\n${code}`);
}

/** Add what a kernel published to the outputs of a cell; text that follows text of the same stream is joined to it. */
function keepOutput(outputs, type, content) {
  const last = outputs.at(-1);
  if (type === 'stream' && last?.output_type === 'stream' && last.name === content.name)
    last.text = splitLines(last.text.join('') + content.text);
  else if (type === 'stream') outputs.push({ output_type: 'stream', name: content.name, text: splitLines(content.text) });
  else if (type === 'display_data') outputs.push({ output_type: type, data: splitData(content.data), metadata: {} });
  else if (type === 'execute_result') {
    outputs.push({ output_type: type, data: splitData(content.data), metadata: {}, execution_count: content.execution_count });
  }
}

/** Text as notebooks keep it: a list of lines, each with its line end, which version control can compare. */
function splitLines(text) {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function splitData(data) {
  return Object.fromEntries(Object.entries(data).map(([type, value]) => [type, typeof value === 'string' ? splitLines(value) : value]));
}

/** Start a Deno kernel and wait until it answers. */
async function startKernel(folder, timeout) {
  const [shellPort, publishPort, stdinPort, heartbeatPort, controlPort] = await freePorts(5);
  const key = randomUUID();
  const connection = {
    ip: '127.0.0.1',
    transport: 'tcp',
    shell_port: shellPort,
    iopub_port: publishPort,
    stdin_port: stdinPort,
    hb_port: heartbeatPort,
    control_port: controlPort,
    key,
    signature_scheme: 'hmac-sha256',
    kernel_name: 'deno',
  };
  const temporary = mkdtempSync(join(tmpdir(), 'notebook-'));
  const connectionFile = join(temporary, 'connection.json');
  writeFileSync(connectionFile, JSON.stringify(connection));

  const deno = join(dirname(createRequire(import.meta.url).resolve('deno/package.json')), 'bin.cjs');
  // detached: bin.cjs starts the real deno as its child, so the whole group has to be ended
  const process_ = spawn(process.execPath, [deno, 'jupyter', '--kernel', '--conn', connectionFile], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'ignore'],
    env: { ...process.env, NO_COLOR: '1' },
    detached: true,
  });
  const shell = new Dealer();
  const published = new Subscriber();
  published.subscribe();
  shell.connect(`tcp://127.0.0.1:${shellPort}`);
  published.connect(`tcp://127.0.0.1:${publishPort}`);
  const stop = () => {
    shell.close();
    published.close();
    try {
      if (process_.pid !== undefined) process.kill(-process_.pid, 'SIGTERM');
    } catch (error) {
      if (/** @type {{ code?: string }} */ (error).code !== 'ESRCH') throw error; // it has ended by itself
    }
    rmSync(temporary, { recursive: true, force: true });
  };

  const request = makeRequests(shell, published, key, timeout);
  try {
    await firstAnswer(request);
  } catch (error) {
    stop();
    throw error;
  }
  return { request, stop };
}

/** Ask until the kernel answers, for at most a minute: messages sent before it listens are lost. */
async function firstAnswer(request) {
  for (let attempt = 0; attempt < 60; attempt++) {
    const answer = await Promise.race([request('kernel_info_request', {}), new Promise((done) => setTimeout(done, 1000, undefined))]);
    if (answer) return;
  }
  throw new Error('The Deno kernel does not answer. Is the npm package `deno` installed?');
}

/** Requests over two sockets: one carries the replies, the other what cells print, and says when the kernel is idle again. */
function makeRequests(shell, published, key, timeout) {
  const session = randomUUID();
  const listeners = new Map();
  const listen = async (socket) => {
    for await (const frames of socket) {
      const start = frames.findIndex((frame) => frame.toString() === delimiter) + 2; // the signature comes between
      const [header, parent, , content] = frames.slice(start, start + 4).map((frame) => JSON.parse(frame.toString()));
      listeners.get(parent.msg_id)?.({ type: header.msg_type, content });
    }
  };
  listen(shell);
  listen(published);

  const send = (id, type, content) => {
    const header = { msg_id: id, session, username: 'runner', date: new Date().toISOString(), msg_type: type, version: '5.3' };
    const parts = [header, {}, {}, content].map((part) => JSON.stringify(part));
    const signature = createHmac('sha256', key);
    for (const part of parts) signature.update(part);
    return shell.send([delimiter, signature.digest('hex'), ...parts]);
  };

  return (type, content, onMessage = (_message) => {}) =>
    new Promise((done, fail) => {
      const id = randomUUID();
      const timer = setTimeout(() => fail(new Error(`No answer to ${type} within ${timeout} ms`)), timeout);
      let reply;
      let idle = false;
      let settled;
      const finish = () => {
        clearTimeout(timer);
        listeners.delete(id);
        done(reply);
      };
      // listens before it sends; done when both the reply and the word that the kernel is idle have come, in whichever order, and
      // nothing more comes for a while: what a cell prints may arrive after the cell has ended
      listeners.set(id, (message) => {
        if (message.type.endsWith('_reply')) reply = message.content;
        else if (message.type === 'status') idle ||= message.content.execution_state === 'idle';
        else onMessage(message);
        clearTimeout(settled);
        if (reply && idle) settled = setTimeout(finish, quiet);
      });
      send(id, type, content).catch(fail);
    });
}

/** Free ports; all are held until the last is found, so that they differ. */
async function freePorts(count) {
  const listening = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise((done) => {
          const server = createServer().listen(0, '127.0.0.1', () => done(server));
        }),
    ),
  );
  const ports = listening.map((server) => server.address().port);
  await Promise.all(listening.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check');
  for (const file of process.argv.slice(2).filter((argument) => argument !== '--check')) {
    const notebook = await runNotebook(file);
    if (!check) writeFileSync(file, `${JSON.stringify(notebook, null, 1)}\n`);
    console.log(`${file}: ${notebook.cells.length} cells`);
  }
  process.exit(0); // the sockets would keep the process alive
}
