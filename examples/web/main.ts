/** The page: panes to put texts into, a worker that aligns them, a frame that shows the report. */
import type { ProgressEvent } from 'palimpsest';
import type { Answer, Request } from './messages.ts';

const find = <E extends Element>(selector: string): E => document.querySelector<E>(selector)!;
const panes = find<HTMLElement>('#panes');
const status = find<HTMLElement>('#status');
const progress = find<HTMLProgressElement>('#progress');
const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
const say = (request: Request) => worker.postMessage(request);

const stages: Record<ProgressEvent['stage'], string> = {
  load: 'Loading the model',
  split: 'Splitting into sentences',
  embed: 'Reading',
  align: 'Aligning',
  trace: 'Tracing names',
};

const sample = [
  `On Friday the American envoy Steve Witkoff met President Vladimir Putin in Moscow. They talked for three hours about the war in Ukraine. The Kremlin called the talks useful.

After the meeting Witkoff did not speak to reporters. On Thursday President Donald Trump said that he wanted a deal soon.`,
  `Pada hari Jumat utusan Amerika Steve Witcaf bertemu Presiden Vladimir Putin di Moskow. Mereka berbicara selama empat jam tentang perang di Ukraina. Kremlin menyebut pembicaraan itu berguna.

Setelah pertemuan itu Witcaf tidak berbicara kepada wartawan. Pada hari Kamis Presiden Donald Trump mengatakan bahwa dia menginginkan kesepakatan segera.`,
  `周五,美国特使史蒂夫·威特科夫在莫斯科会见了总统弗拉基米尔·普京。他们就乌克兰战争谈了三个小时。克里姆林宫称会谈是有益的。特朗普总统周四表示,他希望尽快达成协议。`,
];

function addPane(text = ''): void {
  const pane = find<HTMLTemplateElement>('#pane').content.cloneNode(true) as DocumentFragment;
  const section = pane.querySelector('section')!;
  const area = pane.querySelector('textarea')!;
  area.value = text;
  const read = async (file: File | undefined | null) => {
    if (file) area.value = await file.text();
  };
  pane.querySelector<HTMLInputElement>('input')!.addEventListener('change', (event) => read((event.target as HTMLInputElement).files?.[0]));
  pane.querySelector('.remove')!.addEventListener('click', () => {
    section.remove();
    number();
  });
  section.addEventListener('dragover', (event) => event.preventDefault());
  section.addEventListener('drop', (event) => {
    if (!event.dataTransfer?.files.length) return; // dropped words go into the text by themselves
    event.preventDefault();
    void read(event.dataTransfer.files[0]);
  });
  panes.append(pane);
  number();
}

/** Panes are called by their place; one of the last two cannot be removed. */
function number(): void {
  [...panes.children].forEach((pane, i) => {
    pane.querySelector('.name')!.textContent = `Text ${i + 1}`;
    pane.querySelector<HTMLButtonElement>('.remove')!.hidden = panes.children.length <= 2;
  });
}

function busy(is: boolean): void {
  find<HTMLButtonElement>('#align').disabled = is;
  find<HTMLElement>('#stop').hidden = !is;
  progress.hidden = !is;
}

let offered: string[] = [];

/** Links that save the results; what earlier ones held is freed. Gives the address of the report. */
function offer({ report, json, tmx }: { report: string; json: string; tmx: string }): string {
  for (const address of offered) URL.revokeObjectURL(address);
  const files = [
    ['report', 'report.html', report, 'text/html'],
    ['JSON', 'alignment.json', json, 'application/json'],
    ['TMX of the first pair', 'memory.tmx', tmx, 'application/xml'],
  ] as const;
  offered = files.map(([, , text, type]) => URL.createObjectURL(new Blob([text], { type })));
  const links = files.map(([label, name], i) =>
    Object.assign(document.createElement('a'), { textContent: label, download: name, href: offered[i]! }),
  );
  find('#downloads').replaceChildren('Save: ', ...links.flatMap((link, i) => (i > 0 ? [' · ', link] : [link])));
  return offered[0]!;
}

worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
  switch (data.type) {
    case 'ready':
      busy(false);
      status.textContent = 'The model is here. From now on nothing is loaded.';
      break;
    case 'progress':
      status.textContent = stages[data.event.stage];
      progress.value = data.event.total > 0 ? data.event.done / data.event.total : 1;
      break;
    case 'done':
      busy(false);
      status.textContent = ['Done.', ...data.warnings].join(' ');
      find<HTMLIFrameElement>('#report').src = offer(data);
      find<HTMLElement>('#result').hidden = false;
      find('#result').scrollIntoView();
      break;
    case 'stopped':
      busy(false);
      status.textContent = 'Stopped.';
      break;
    case 'failed':
      busy(false);
      status.textContent = data.message;
  }
});

find('#add').addEventListener('click', () => addPane());
find('#stop').addEventListener('click', () => say({ type: 'stop' }));
find('#sample').addEventListener('click', () => {
  panes.replaceChildren();
  for (const text of sample) addPane(text);
});
find('#texts').addEventListener('submit', (event) => {
  event.preventDefault();
  busy(true);
  say({ type: 'align', texts: [...panes.querySelectorAll('textarea')].map((area) => area.value) });
});

addPane();
addPane();
busy(true);
find<HTMLElement>('#stop').hidden = true;
status.textContent = 'Loading the model';
say({ type: 'load', modelUrl: new URL('palimpsest-base/', document.baseURI).href });
