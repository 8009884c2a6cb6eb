/** The page: panes to put texts into, a worker that aligns them, a frame that shows the report. */
import type { ProgressEvent } from 'palimpsest';
import type { Answer, Request } from './messages.ts';
import { addPane, complain, readTexts, setTexts } from './panes.ts';
import { sample } from './sample.ts';

const find = <E extends Element>(selector: string): E => document.querySelector<E>(selector)!;
const status = find<HTMLElement>('#status');
const progress = find<HTMLProgressElement>('#progress');
const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
const say = (request: Request) => worker.postMessage(request);

/** What is said of each stage, and the share of the work that is done when it begins. */
const stages: Record<ProgressEvent['stage'], readonly [words: string, from: number]> = {
  load: ['Loading the model', 0],
  split: ['Splitting into sentences', 0],
  embed: ['Reading', 0.05],
  align: ['Aligning', 0.4],
  trace: ['Tracing names', 0.7],
};
const order = Object.values(stages).map(([, from]) => from);

function showProgress({ stage, done, total }: ProgressEvent): void {
  const [words, from] = stages[stage];
  const until = order.find((next) => next > from) ?? 1;
  status.textContent = `${words} …`;
  progress.value = from + (until - from) * (total > 0 ? done / total : 1);
}

/** A server that compresses does not say how much there is. */
function showLoading({ loaded, total }: Extract<Answer, { type: 'loading' }>): void {
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  const known = total >= loaded;
  status.textContent = `Loading the model, once: ${megabytes(loaded)}${known ? ` of ${megabytes(total)}` : ''} MB …`;
  if (known) progress.value = loaded / total;
}

function busy(is: boolean): void {
  find<HTMLButtonElement>('#align').disabled = is;
  find<HTMLElement>('#stop').hidden = !is;
  progress.hidden = !is;
}

let offered: string[] = [];

/** Links that save the results; what earlier ones held is freed. Gives the address of the report. */
function offer({ report, json, tmx }: Extract<Answer, { type: 'done' }>): string {
  for (const address of offered) URL.revokeObjectURL(address);
  const files = [
    ['the report', 'report.html', report, 'text/html'],
    ['JSON', 'alignment.json', json, 'application/json'],
    ...(tmx === undefined ? [] : ([['translation memory (TMX)', 'memory.tmx', tmx, 'application/xml']] as const)),
  ] as const;
  offered = files.map(([, , text, type]) => URL.createObjectURL(new Blob([text], { type })));
  const links = files.map(([label, name], i) =>
    Object.assign(document.createElement('a'), { textContent: label, download: name, href: offered[i]! }),
  );
  find('#downloads').replaceChildren('Save ', ...links.flatMap((link, i) => (i > 0 ? [' · ', link] : [link])));
  return offered[0]!;
}

worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
  if (data.type === 'progress') return showProgress(data.event);
  if (data.type === 'loading') return showLoading(data);
  busy(false);
  status.textContent = '';
  switch (data.type) {
    case 'ready':
      status.textContent = 'The model is here. From now on nothing is loaded.';
      break;
    case 'done':
      status.textContent = data.warnings > 0 ? 'Done, with warnings: see Sources in the report.' : 'Done.';
      find<HTMLIFrameElement>('#report').src = offer(data);
      find<HTMLElement>('#result').hidden = false;
      find('#result').scrollIntoView();
      break;
    case 'stopped':
      status.textContent = 'Stopped.';
      break;
    case 'failed':
      complain(data.message);
  }
});
worker.addEventListener('error', (event) => {
  busy(false);
  status.textContent = '';
  complain(`The worker does not run: ${event.message || 'this browser may be too old'}.`);
});

find('#add').addEventListener('click', () => addPane());
find('#stop').addEventListener('click', () => say({ type: 'stop' }));
find('#sample').addEventListener('click', () => setTexts(sample));
find('#texts').addEventListener('submit', (event) => {
  event.preventDefault();
  const texts = readTexts();
  if (!texts) return;
  busy(true);
  say({ type: 'align', texts });
});

setTexts(['', '']);
busy(true);
find<HTMLElement>('#stop').hidden = true;
status.textContent = 'Loading the model, once …';
say({ type: 'load' });
