/** Buttons above a long list of findings that leave only one rule in it. */

/** Fewest findings that are worth a filter. */
const fewest = 6;

/** Put the buttons above the list, if it is long and of several rules. */
export function addFindingFilter(list: HTMLElement | null): void {
  const items = [...(list?.children ?? [])] as HTMLElement[];
  const ruleOf = (item: HTMLElement) => item.querySelector('.rule')!.textContent!;
  const counts = new Map<string, number>();
  for (const item of items) counts.set(ruleOf(item), (counts.get(ruleOf(item)) ?? 0) + 1);
  if (items.length < fewest || counts.size < 2) return;

  const group = document.createElement('div');
  group.className = 'filter';
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', 'Rules');
  const buttons = [['all', items.length] as const, ...counts].map(([rule, count]) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = `${rule} ${count}`;
    button.addEventListener('click', () => choose(button, rule));
    return button;
  });
  const choose = (chosen: HTMLButtonElement, rule: string) => {
    for (const button of buttons) button.setAttribute('aria-pressed', String(button === chosen));
    for (const item of items) item.hidden = chosen !== buttons[0] && ruleOf(item) !== rule;
  };
  choose(buttons[0]!, 'all');
  group.append(...buttons);
  list!.before(group);
}
