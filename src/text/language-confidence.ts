/**
 * Below this confidence the language is `'und'`. On single sentences of FLORES (22 languages) answers above it are right in 98.9 of 100 cases,
 * and but for Indonesian against Malay in 99.9; on runs of five sentences in 99.9.
 */
export const LEAST_LANGUAGE_CONFIDENCE = 0.5;
