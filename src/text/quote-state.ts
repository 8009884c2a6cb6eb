/**
 * Tracks which quotes are open on the current line, and which close after the end of a sentence.
 *
 * `"` opens and closes alternately; `“` opens in English and closes in German after `„`; `»` closes in French and opens in German; `’` may be an apostrophe.
 */
import { characterKind, isHanOrKana, isLetter, OTHER, SPACE } from './characters.ts';

const SURE_CLOSERS = '”’」』）)]】》〉›';
/** Particles that continue a sentence after a quotation. */
const KOREAN_QUOTING = /^(?:이?라|고|며|는)/;

/** The open quotes of one line. */
export class QuoteState {
  #straightOpen = false;
  #curlyOpen = false;
  #lowOpen = false;
  /** The guillemet that opened, as a code unit; 0 when none is open. */
  #guillemet = 0;

  /** Forgets all open quotes: a new line begins. */
  reset(): void {
    this.#straightOpen = false;
    this.#curlyOpen = false;
    this.#lowOpen = false;
    this.#guillemet = 0;
  }

  /** Records a quotation mark; false when the unit is not one. */
  see(code: number): boolean {
    if (code === 0x22) this.#straightOpen = !this.#straightOpen;
    else if (code === 0x201e) this.#lowOpen = true;
    else if (code === 0x201c) {
      if (this.#lowOpen) this.#lowOpen = false;
      else this.#curlyOpen = true;
    } else if (code === 0x201d) {
      this.#lowOpen = false;
      this.#curlyOpen = false;
    } else if (code === 0xab || code === 0xbb) {
      if (this.#guillemet === 0) this.#guillemet = code;
      else if (this.#guillemet !== code) this.#guillemet = 0;
    } else return false;
    return true;
  }

  /** Length of a closing quote or bracket at `index` right after a mark, with the spaces before it that belong to it (French `. »`); 0 when none closes there. */
  closerLength(text: string, index: number): number {
    const code = text.charCodeAt(index);
    const character = text[index]!;
    if (SURE_CLOSERS.includes(character)) {
      if (code === 0x2019 && isLetter(text.charCodeAt(index + 1)) && !isHanOrKana(text.charCodeAt(index - 1))) return 0;
      if (code === 0x201d) this.see(code);
      return 1;
    }
    if (code === 0x27) return isLetter(text.charCodeAt(index + 1)) ? 0 : 1;
    if (code === 0x22) {
      if (!this.#straightOpen && !isPause(text.charCodeAt(index + 1))) return 0;
      this.#straightOpen = false;
      return 1;
    }
    if (code === 0x201c && (this.#lowOpen || (this.#curlyOpen && isPause(text.charCodeAt(index + 1))))) {
      this.#lowOpen = false;
      this.#curlyOpen = false;
      return 1;
    }
    if ((code === 0xab || code === 0xbb) && this.#guillemet !== 0 && this.#guillemet !== code) {
      this.#guillemet = 0;
      return 1;
    }
    return code === 0x20 || code === 0xa0 || code === 0x202f ? this.#spacedCloserLength(text, index) : 0;
  }

  /** A blank and the quote that closes after it: French `. »`, Hindi `। ”`, Korean `. "라고`. */
  #spacedCloserLength(text: string, index: number): number {
    const quote = text[index + 1];
    if (quote === '»' && this.#guillemet === 0xab) this.#guillemet = 0;
    else if (quote === '”' && this.#curlyOpen) this.#curlyOpen = false;
    else if (quote === '"' && this.#straightOpen && KOREAN_QUOTING.test(text.slice(index + 2, index + 4))) this.#straightOpen = false;
    else return 0;
    return 2;
  }
}

/** A blank, punctuation, or the end of the text. */
function isPause(code: number): boolean {
  const kind = characterKind(code);
  return kind === SPACE || kind === OTHER;
}
