import type { Rule } from './rule.ts';
import { contentRule } from './rules/content-rule.ts';
import { countNounRule } from './rules/count-noun-rule.ts';
import { dateRule } from './rules/date-rule.ts';
import { nameRule } from './rules/name-rule.ts';
import { numberRule } from './rules/number-rule.ts';
import { polarityRule } from './rules/polarity-rule.ts';
import { quotationRule } from './rules/quotation-rule.ts';

/** All rules, in the order in which they run. */
export const RULES: readonly Rule[] = [numberRule, dateRule, countNounRule, polarityRule, quotationRule, nameRule, contentRule];
