/** The names of all rules, in the order in which they run. */
export const RULE_NAMES: readonly string[] = ['number', 'date', 'count-noun', 'polarity', 'quotation', 'name', 'content'];
