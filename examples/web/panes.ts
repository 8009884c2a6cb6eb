/** The panes that texts are put into: pasted, dropped, or read from files. */
import type { NamedText } from './messages.ts';
import { textOfFile } from './read-file.ts';

const list = document.querySelector<HTMLElement>('#panes')!;
const template = document.querySelector<HTMLTemplateElement>('#pane')!;
const error = document.querySelector<HTMLElement>('#error')!;

/** Say what is wrong, or with an empty message that nothing is. */
export function complain(message: string): void {
  error.textContent = message;
}

/** Add a pane at the end. */
export function addPane(text = ''): void {
  const section = (template.content.cloneNode(true) as DocumentFragment).querySelector('section')!;
  const area = section.querySelector('textarea')!;
  area.value = text;
  area.addEventListener('input', () => show(section));
  nameField(section).addEventListener('input', () => {
    section.dataset.named = nameField(section).value.trim();
  });
  nameField(section).addEventListener('change', number);
  section
    .querySelector('[type=file]')!
    .addEventListener('change', ({ target }) => void put(section, (target as HTMLInputElement).files?.[0]));
  section.querySelector('.remove')!.addEventListener('click', () => {
    section.remove();
    number();
  });
  list.append(section);
  number();
}

/** Take all panes away, and put these texts into new ones. */
export function setTexts(texts: readonly string[]): void {
  list.replaceChildren();
  for (const text of texts) addPane(text);
}

/** The texts and what they are called; `undefined`, with a complaint and the pane marked, when one is empty. */
export function readTexts(): NamedText[] | undefined {
  complain('');
  const panes = [...list.children];
  const filled = panes.filter((pane) => areaOf(pane).value.trim() !== '');
  // an empty pane is no mistake as long as two are filled
  if (filled.length >= 2) return filled.map((pane) => ({ id: nameOf(pane), text: areaOf(pane).value }));
  if (filled.length === 1 && panes.length === 2) {
    const [pane] = filled; // one text in two languages may do: the library says if it does not
    return [{ id: nameOf(pane!), text: areaOf(pane!).value }];
  }
  for (const pane of panes) areaOf(pane).setAttribute('aria-invalid', String(areaOf(pane).value.trim() === ''));
  areaOf(panes.find((pane) => !filled.includes(pane))!).focus();
  complain('Put a text into two panes first, or try the example.');
  return undefined;
}

/** Read a file into a pane; the pane is then called after it. */
async function put(section: HTMLElement, file: File | undefined): Promise<void> {
  if (!file) return;
  complain('');
  try {
    areaOf(section).value = await textOfFile(file);
    section.dataset.named = file.name;
    number();
  } catch (reason) {
    complain((reason as Error).message);
  }
}

function areaOf(pane: Element): HTMLTextAreaElement {
  return pane.querySelector('textarea')!;
}

function nameOf(pane: Element): string {
  return nameField(pane).value;
}

function nameField(pane: Element): HTMLInputElement {
  return pane.querySelector('.name')!;
}

/** Panes are called as the reader says, after their file, or by their place; no two alike. One of the last two cannot be removed. */
function number(): void {
  const taken = new Set<string>();
  [...list.children].forEach((pane, i) => {
    const named = (pane as HTMLElement).dataset.named ?? '';
    const name = named !== '' && !taken.has(named) ? named : `Text ${i + 1}`;
    taken.add(name);
    nameField(pane).value = name;
    nameField(pane).setAttribute('aria-label', `Name of text ${i + 1}`);
    areaOf(pane).setAttribute('aria-label', name);
    pane.querySelector('[type=file]')!.setAttribute('aria-label', `Choose a file for ${name}`);
    const remove = pane.querySelector<HTMLButtonElement>('.remove')!;
    remove.hidden = list.children.length <= 2;
    remove.setAttribute('aria-label', `Remove ${name}`);
    show(pane);
  });
}

function show(pane: Element): void {
  const { length } = areaOf(pane).value;
  if (length > 0) areaOf(pane).removeAttribute('aria-invalid');
  pane.querySelector('.size')!.textContent = length > 0 ? `${length.toLocaleString('en')} characters` : '';
}

// a file may be dropped anywhere: on a pane it goes there, elsewhere into the first empty one, several into one each
addEventListener('dragover', (event) => {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
});
addEventListener('drop', (event) => {
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length === 0) return; // dropped words go into the text by themselves
  event.preventDefault();
  const over = (event.target as Element).closest<HTMLElement>('.pane');
  for (const [i, file] of files.entries()) {
    const isFree = (pane: Element) => areaOf(pane).value === '' && !(pane as HTMLElement).dataset.named;
    if (!(i === 0 && over) && ![...list.children].some(isFree)) addPane();
    const pane = i === 0 && over ? over : ([...list.children].find(isFree) as HTMLElement);
    pane.dataset.named = file.name; // taken, while it is read
    void put(pane, file);
  }
});
