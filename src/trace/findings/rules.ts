import type { Rule } from './rule.ts';
import { dateRule } from './rules/date-rule.ts';
import { numberRule } from './rules/number-rule.ts';
import { polarityRule } from './rules/polarity-rule.ts';

/** All rules, in the order in which they run. */
export const RULES: readonly Rule[] = [numberRule, dateRule, polarityRule];
