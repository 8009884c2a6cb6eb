/** Light or dark: as the system says, until the reader says otherwise. That is remembered where the browser lets a page remember. */
import { find } from './make.ts';

const key = 'palimpsest-theme';

/** Take up what the reader chose the last time. */
export function startTheme(): void {
  const button = find<HTMLElement>('#theme');
  button.hidden = false;
  button.addEventListener('click', () => {
    setDark(!isDark());
    store(isDark() ? 'dark' : 'light');
  });
  const last = stored();
  if (last !== null) setDark(last === 'dark');
}

/** The dark colours are a style sheet of their own. */
const dark = find<HTMLStyleElement>('#dark');
const isDark = (): boolean => matchMedia(dark.media).matches;
const setDark = (is: boolean): void => {
  dark.media = is ? 'screen' : 'not all';
};

function stored(): string | null {
  return allowed(() => localStorage.getItem(key)) ?? null;
}

function store(value: string): void {
  allowed(() => localStorage.setItem(key, value));
}

/** A frame of another origin, or a reader, may forbid to remember anything. */
function allowed<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch (error) {
    if ((error as Error).name === 'SecurityError') return undefined;
    throw error;
  }
}
