/** Buttons above a long list that leave only a part of it on view. */

/** A part of a list, and what its button is called. */
export interface Part {
  label: string;
  holds(item: HTMLElement): boolean;
}

/** Put a button for all and one for each part above `list`, unless there are fewer than two parts to choose from. */
export function addFilterButtons(list: HTMLElement, items: readonly HTMLElement[], label: string, parts: readonly Part[]): void {
  const counted = [{ label: 'all', holds: () => true }, ...parts].map((part) => ({ ...part, count: items.filter(part.holds).length }));
  const worth = counted.filter(({ count }, i) => i === 0 || (count > 0 && count < items.length));
  if (worth.length < 2) return;

  const group = document.createElement('div');
  group.className = 'filter';
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', label);
  const buttons = worth.map((part, i) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = `${part.label} ${part.count}`;
    button.setAttribute('aria-pressed', String(i === 0));
    button.addEventListener('click', () => {
      for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
      for (const item of items) item.hidden = !part.holds(item);
    });
    return button;
  });
  group.append(...buttons);
  list.before(group);
}

/** Put all of a list back on view. */
export function showAll(view: ParentNode): void {
  view.querySelector<HTMLElement>('.filter button')?.click();
}
