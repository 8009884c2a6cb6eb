export const copyWeights: readonly number[] = [-2.2, 2.12, 0.74, 0.94, 0.17];
export const commonSourceWeights: readonly number[] = [-2, 2];
export const passedLanguageWeights: readonly number[] = [-3, 1];
