/** Written by scripts/language-tables.mjs out of the files of this folder; do not edit. */
import * as afWords from './af.ts';
import * as arWords from './ar.ts';
import * as beWords from './be.ts';
import * as caWords from './ca.ts';
import * as csWords from './cs.ts';
import * as daWords from './da.ts';
import * as deWords from './de.ts';
import * as elWords from './el.ts';
import * as enWords from './en.ts';
import * as esWords from './es.ts';
import * as etWords from './et.ts';
import * as faWords from './fa.ts';
import * as fiWords from './fi.ts';
import * as frWords from './fr.ts';
import * as gaWords from './ga.ts';
import * as heWords from './he.ts';
import * as hiWords from './hi.ts';
import * as hrWords from './hr.ts';
import * as huWords from './hu.ts';
import * as idWords from './id.ts';
import * as isWords from './is.ts';
import * as itWords from './it.ts';
import * as jaWords from './ja.ts';
import * as kkWords from './kk.ts';
import * as koWords from './ko.ts';
import type {
  BlankWords,
  CountedWords,
  DateWords,
  DetectionWords,
  FurnitureWords,
  NameWords,
  NegationWords,
  NumberWords,
  Script,
  SentenceWords,
} from './language.ts';
import * as ltWords from './lt.ts';
import * as lvWords from './lv.ts';
import * as mkWords from './mk.ts';
import * as mnWords from './mn.ts';
import * as mrWords from './mr.ts';
import * as msWords from './ms.ts';
import * as neWords from './ne.ts';
import * as nlWords from './nl.ts';
import * as noWords from './no.ts';
import * as plWords from './pl.ts';
import * as ptWords from './pt.ts';
import * as roWords from './ro.ts';
import * as ruWords from './ru.ts';
import * as skWords from './sk.ts';
import * as srWords from './sr.ts';
import * as svWords from './sv.ts';
import * as thWords from './th.ts';
import * as tlWords from './tl.ts';
import * as trWords from './tr.ts';
import * as ukWords from './uk.ts';
import * as urWords from './ur.ts';
import * as viWords from './vi.ts';
import * as zhWords from './zh.ts';

export const BLANKS: Readonly<Record<string, BlankWords>> = {
  th: thWords.blanks,
};

export const COUNTED: Readonly<Record<string, CountedWords>> = {
  ar: arWords.counted,
  de: deWords.counted,
  el: elWords.counted,
  en: enWords.counted,
  es: esWords.counted,
  fr: frWords.counted,
  hi: hiWords.counted,
  id: idWords.counted,
  it: itWords.counted,
  ja: jaWords.counted,
  ko: koWords.counted,
  ms: msWords.counted,
  nl: nlWords.counted,
  pl: plWords.counted,
  pt: ptWords.counted,
  ru: ruWords.counted,
  th: thWords.counted,
  tr: trWords.counted,
  uk: ukWords.counted,
  vi: viWords.counted,
  zh: zhWords.counted,
};

export const DATES: Readonly<Record<string, DateWords>> = {
  ar: arWords.dates,
  de: deWords.dates,
  el: elWords.dates,
  en: enWords.dates,
  es: esWords.dates,
  fr: frWords.dates,
  hi: hiWords.dates,
  id: idWords.dates,
  it: itWords.dates,
  ja: jaWords.dates,
  ko: koWords.dates,
  ms: msWords.dates,
  nl: nlWords.dates,
  pl: plWords.dates,
  pt: ptWords.dates,
  ru: ruWords.dates,
  th: thWords.dates,
  tr: trWords.dates,
  uk: ukWords.dates,
  vi: viWords.dates,
  zh: zhWords.dates,
};

export const DETECTION: Readonly<Record<string, DetectionWords>> = {
  af: afWords.detection,
  be: beWords.detection,
  ca: caWords.detection,
  cs: csWords.detection,
  da: daWords.detection,
  de: deWords.detection,
  en: enWords.detection,
  es: esWords.detection,
  et: etWords.detection,
  fa: faWords.detection,
  fi: fiWords.detection,
  fr: frWords.detection,
  ga: gaWords.detection,
  hi: hiWords.detection,
  hr: hrWords.detection,
  hu: huWords.detection,
  id: idWords.detection,
  is: isWords.detection,
  it: itWords.detection,
  kk: kkWords.detection,
  lt: ltWords.detection,
  lv: lvWords.detection,
  mk: mkWords.detection,
  mn: mnWords.detection,
  mr: mrWords.detection,
  ms: msWords.detection,
  ne: neWords.detection,
  nl: nlWords.detection,
  no: noWords.detection,
  pl: plWords.detection,
  pt: ptWords.detection,
  ro: roWords.detection,
  ru: ruWords.detection,
  sk: skWords.detection,
  sr: srWords.detection,
  sv: svWords.detection,
  tl: tlWords.detection,
  tr: trWords.detection,
  uk: ukWords.detection,
  ur: urWords.detection,
  vi: viWords.detection,
};

export const FURNITURE: Readonly<Record<string, FurnitureWords>> = {
  ar: arWords.furniture,
  de: deWords.furniture,
  el: elWords.furniture,
  en: enWords.furniture,
  es: esWords.furniture,
  fr: frWords.furniture,
  hi: hiWords.furniture,
  id: idWords.furniture,
  it: itWords.furniture,
  ja: jaWords.furniture,
  ko: koWords.furniture,
  ms: msWords.furniture,
  nl: nlWords.furniture,
  pl: plWords.furniture,
  pt: ptWords.furniture,
  ru: ruWords.furniture,
  th: thWords.furniture,
  tr: trWords.furniture,
  uk: ukWords.furniture,
  vi: viWords.furniture,
  zh: zhWords.furniture,
};

export const NAME: Readonly<Record<string, string>> = {
  af: afWords.name,
  ar: arWords.name,
  be: beWords.name,
  ca: caWords.name,
  cs: csWords.name,
  da: daWords.name,
  de: deWords.name,
  el: elWords.name,
  en: enWords.name,
  es: esWords.name,
  et: etWords.name,
  fa: faWords.name,
  fi: fiWords.name,
  fr: frWords.name,
  ga: gaWords.name,
  he: heWords.name,
  hi: hiWords.name,
  hr: hrWords.name,
  hu: huWords.name,
  id: idWords.name,
  is: isWords.name,
  it: itWords.name,
  ja: jaWords.name,
  kk: kkWords.name,
  ko: koWords.name,
  lt: ltWords.name,
  lv: lvWords.name,
  mk: mkWords.name,
  mn: mnWords.name,
  mr: mrWords.name,
  ms: msWords.name,
  ne: neWords.name,
  nl: nlWords.name,
  no: noWords.name,
  pl: plWords.name,
  pt: ptWords.name,
  ro: roWords.name,
  ru: ruWords.name,
  sk: skWords.name,
  sr: srWords.name,
  sv: svWords.name,
  th: thWords.name,
  tl: tlWords.name,
  tr: trWords.name,
  uk: ukWords.name,
  ur: urWords.name,
  vi: viWords.name,
  zh: zhWords.name,
};

export const NAMES: Readonly<Record<string, NameWords>> = {
  de: deWords.names,
  el: elWords.names,
  en: enWords.names,
  es: esWords.names,
  fr: frWords.names,
  id: idWords.names,
  it: itWords.names,
  ms: msWords.names,
  nl: nlWords.names,
  pl: plWords.names,
  pt: ptWords.names,
  ro: roWords.names,
  ru: ruWords.names,
  tr: trWords.names,
  uk: ukWords.names,
  vi: viWords.names,
};

export const NEGATION: Readonly<Record<string, NegationWords>> = {
  ar: arWords.negation,
  de: deWords.negation,
  el: elWords.negation,
  en: enWords.negation,
  es: esWords.negation,
  fr: frWords.negation,
  hi: hiWords.negation,
  id: idWords.negation,
  it: itWords.negation,
  ms: msWords.negation,
  nl: nlWords.negation,
  pl: plWords.negation,
  pt: ptWords.negation,
  ru: ruWords.negation,
  uk: ukWords.negation,
  vi: viWords.negation,
  zh: zhWords.negation,
};

export const NUMBERS: Readonly<Record<string, NumberWords>> = {
  ar: arWords.numbers,
  de: deWords.numbers,
  el: elWords.numbers,
  en: enWords.numbers,
  es: esWords.numbers,
  fr: frWords.numbers,
  hi: hiWords.numbers,
  id: idWords.numbers,
  it: itWords.numbers,
  ja: jaWords.numbers,
  ko: koWords.numbers,
  ms: msWords.numbers,
  nl: nlWords.numbers,
  pl: plWords.numbers,
  pt: ptWords.numbers,
  ru: ruWords.numbers,
  th: thWords.numbers,
  tr: trWords.numbers,
  uk: ukWords.numbers,
  vi: viWords.numbers,
  zh: zhWords.numbers,
};

export const SCRIPT: Readonly<Record<string, Script>> = {
  af: afWords.script,
  ar: arWords.script,
  be: beWords.script,
  ca: caWords.script,
  cs: csWords.script,
  da: daWords.script,
  de: deWords.script,
  el: elWords.script,
  en: enWords.script,
  es: esWords.script,
  et: etWords.script,
  fa: faWords.script,
  fi: fiWords.script,
  fr: frWords.script,
  ga: gaWords.script,
  he: heWords.script,
  hi: hiWords.script,
  hr: hrWords.script,
  hu: huWords.script,
  id: idWords.script,
  is: isWords.script,
  it: itWords.script,
  ja: jaWords.script,
  kk: kkWords.script,
  ko: koWords.script,
  lt: ltWords.script,
  lv: lvWords.script,
  mk: mkWords.script,
  mn: mnWords.script,
  mr: mrWords.script,
  ms: msWords.script,
  ne: neWords.script,
  nl: nlWords.script,
  no: noWords.script,
  pl: plWords.script,
  pt: ptWords.script,
  ro: roWords.script,
  ru: ruWords.script,
  sk: skWords.script,
  sr: srWords.script,
  sv: svWords.script,
  th: thWords.script,
  tl: tlWords.script,
  tr: trWords.script,
  uk: ukWords.script,
  ur: urWords.script,
  vi: viWords.script,
  zh: zhWords.script,
};

export const SENTENCES: Readonly<Record<string, SentenceWords>> = {
  ar: arWords.sentences,
  cs: csWords.sentences,
  da: daWords.sentences,
  de: deWords.sentences,
  el: elWords.sentences,
  en: enWords.sentences,
  es: esWords.sentences,
  fi: fiWords.sentences,
  fr: frWords.sentences,
  he: heWords.sentences,
  hi: hiWords.sentences,
  hu: huWords.sentences,
  id: idWords.sentences,
  it: itWords.sentences,
  ms: msWords.sentences,
  nl: nlWords.sentences,
  no: noWords.sentences,
  pl: plWords.sentences,
  pt: ptWords.sentences,
  ru: ruWords.sentences,
  sk: skWords.sentences,
  sv: svWords.sentences,
  th: thWords.sentences,
  tr: trWords.sentences,
  uk: ukWords.sentences,
  vi: viWords.sentences,
};
