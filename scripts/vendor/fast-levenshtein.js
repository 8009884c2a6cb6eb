export { default } from 'fast-levenshtein';
