/** A stretch of a sentence, UTF-16 units into its text, half-open. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A word of a text, in lower case; a run of Han characters is one word. */
export interface Word extends Stretch {
  readonly text: string;
}
