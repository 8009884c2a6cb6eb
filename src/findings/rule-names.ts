/** The names of all rules. */
export const RULE_NAMES: readonly string[] = ['number', 'date', 'count-noun', 'polarity'];
