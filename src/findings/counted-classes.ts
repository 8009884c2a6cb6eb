/** What numbers of reports count, in groups: things of one group exclude each other. The words for them are in the language files. */
import type { CountedName } from '../languages/language.ts';

/** A group of counted things. */
export type CountedGroup = 'time' | 'toll' | 'money' | 'weapon' | 'length' | 'weight' | 'volume' | 'area' | 'place' | 'occasion';

const GROUPS: Readonly<Record<CountedName, CountedGroup>> = {
  second: 'time',
  minute: 'time',
  hour: 'time',
  day: 'time',
  week: 'time',
  month: 'time',
  year: 'time',
  decade: 'time',
  century: 'time',
  dead: 'toll',
  injured: 'toll',
  missing: 'toll',
  arrested: 'toll',
  rescued: 'toll',
  aboard: 'toll',
  attack: 'toll',
  dollar: 'money',
  euro: 'money',
  rouble: 'money',
  yuan: 'money',
  rupiah: 'money',
  missile: 'weapon',
  drone: 'weapon',
  kilometre: 'length',
  mile: 'length',
  metre: 'length',
  foot: 'length',
  inch: 'length',
  acre: 'area',
  hectare: 'area',
  centimetre: 'length',
  millimetre: 'length',
  celsius: 'weight',
  fahrenheit: 'weight',
  kilogram: 'weight',
  pound: 'weight',
  tonne: 'weight',
  gram: 'weight',
  litre: 'volume',
  barrel: 'volume',
  region: 'place',
  country: 'place',
  occasion: 'occasion',
};

/** The group of each counted thing. */
export const GROUP_OF: ReadonlyMap<string, CountedGroup> = new Map(Object.entries(GROUPS));
