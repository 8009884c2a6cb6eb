/** The text that src/languages/tables.ts should have. */
export function languageTables(): string;
