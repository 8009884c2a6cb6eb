/**
 * What numbers count in reports: hours, dead, attacks, dollars. A class is known by the first letters of its words in each language, so that inflected forms
 * are found too; in Chinese by the characters right after the number.
 */

/** A class of counted things; classes of one group exclude each other. */
export interface CountedClass {
  readonly name: string;
  readonly group: 'time' | 'toll' | 'money' | 'weapon' | 'length' | 'place' | 'occasion' | 'weight' | 'percent';
  /** Stems by language, a bar between; a stem that ends in `.` is a whole word. */
  readonly stems: Readonly<Record<string, string>>;
}

/** The classes. The languages without an entry do not know the class. */
export const COUNTED_CLASSES: readonly CountedClass[] = [
  {
    name: 'second',
    group: 'time',
    stems: {
      en: 'second.|seconds',
      id: 'detik|saat.',
      zh: '秒',
      es: 'segundos',
      fr: 'secondes',
      de: 'sekunde',
      ru: 'секунд',
      el: 'δευτερόλεπτ',
      pt: 'segundos',
    },
  },
  {
    name: 'minute',
    group: 'time',
    stems: {
      en: 'minute',
      id: 'menit|minit',
      zh: '分钟|分鐘',
      es: 'minuto',
      fr: 'minute',
      de: 'minute|minüt',
      ru: 'минут',
      el: 'λεπτ',
      pt: 'minuto',
    },
  },
  {
    name: 'hour',
    group: 'time',
    stems: {
      en: 'hour|hr.|hrs',
      id: 'jam',
      zh: '小时|个小时|小時|個小時|个钟头|钟头',
      es: 'hora',
      fr: 'heure',
      de: 'stunde|stünd',
      ru: 'час',
      el: 'ώρα|ώρες|ωρών|ωρη|ωρ',
      pt: 'hora',
    },
  },
  {
    name: 'day',
    group: 'time',
    stems: {
      en: 'day',
      id: 'hari',
      zh: '天',
      es: 'día',
      fr: 'jour',
      de: 'tag|täg',
      ru: 'день|дня|дней|днев|дни',
      el: 'μέρα|ημέρα|ημέρες|μέρες|ημερ',
      pt: 'dia',
    },
  },
  {
    name: 'week',
    group: 'time',
    stems: {
      en: 'week',
      id: 'minggu|pekan',
      zh: '周|个星期|星期|週|個星期',
      es: 'semana',
      fr: 'semaine',
      de: 'woche|wöch',
      ru: 'недел',
      el: 'εβδομάδ|εβδομαδ',
      pt: 'semana',
    },
  },
  {
    name: 'month',
    group: 'time',
    stems: {
      en: 'month',
      id: 'bulan',
      zh: '个月|個月',
      es: 'mes.|meses',
      fr: 'mois',
      de: 'monat',
      ru: 'месяц',
      el: 'μήνα|μήνες|μηνών',
      pt: 'mês|meses',
    },
  },
  {
    name: 'year',
    group: 'time',
    stems: {
      en: 'year|yr.|yrs',
      id: 'tahun',
      zh: '年|个年头|岁|歲',
      es: 'año',
      fr: 'an.|ans.|année',
      de: 'jahr|jähr',
      ru: 'год|лет.|лета|летн|летия|летие',
      el: 'χρόνι|χρόνο|έτος|έτη|ετών|χρον|ετ',
      pt: 'ano',
    },
  },
  {
    name: 'decade',
    group: 'time',
    stems: {
      en: 'decade',
      id: 'dekade|dasawarsa',
      zh: '个十年',
      es: 'década',
      fr: 'décennie',
      de: 'jahrzehnt',
      ru: 'десятилет',
      el: 'δεκαετί',
      pt: 'década',
    },
  },
  {
    name: 'century',
    group: 'time',
    stems: {
      en: 'centur',
      id: 'abad',
      zh: '世纪|个世纪|世紀',
      es: 'siglo',
      fr: 'siècle',
      de: 'jahrhundert',
      ru: 'век|столети',
      el: 'αιώνα|αιώνες',
      pt: 'século',
    },
  },
  {
    name: 'dead',
    group: 'toll',
    stems: {
      en: 'dead|death|died|die.|killed|kill.|kills|fatalit|perish|slain|murdered|casualt',
      id: 'tewas|meninggal|korban jiwa|mati|gugur|terbunuh|kematian|fatalitas|korban|menewaskan|membunuh|maut|nyawa',
      zh: '死|丧生|遇难|身亡|罹难|遇害|被杀|喪生|罹難|遇難',
      es: 'muert|muri|fallec|víctima|mortal',
      fr: 'mort|décé|tué|victime',
      de: 'tote|todes|getötet|gestorben|starb|opfer|ums leben',
      ru: 'погиб|убит|умер|смерт|жертв',
      el: 'νεκρ|θάνατο|θάνατ|σκοτώ|θύμα|θύματα',
      pt: 'mort|morr|falec|vítima',
    },
  },
  {
    name: 'injured',
    group: 'toll',
    stems: {
      en: 'injur|wound|hurt',
      id: 'luka|terluka|cedera|melukai|mencederai',
      zh: '受伤|伤者|负伤|受傷|轻伤|重伤',
      es: 'herid|lesion',
      fr: 'bless',
      de: 'verletz|verwund',
      ru: 'ранен|ранены|пострада',
      el: 'τραυμα',
      pt: 'ferid|lesion',
    },
  },
  {
    name: 'missing',
    group: 'toll',
    stems: {
      en: 'missing|disappear',
      id: 'hilang',
      zh: '失踪',
      es: 'desaparec',
      fr: 'disparu',
      de: 'vermisst',
      ru: 'пропа',
      el: 'αγνοούμεν',
      pt: 'desaparec',
    },
  },
  {
    name: 'arrested',
    group: 'toll',
    stems: {
      en: 'arrest|detain|detention',
      id: 'ditangkap|penangkapan|ditahan|menangkap|tersangka',
      zh: '被捕|逮捕|拘留|被拘',
      es: 'arrest|deten|detuv',
      fr: 'arrêt|interpell',
      de: 'festgenommen|verhaft',
      ru: 'арест|задерж',
      el: 'συνελήφ|συλλήψ|συνέλαβ',
      pt: 'pres.|presos|presas|detid|detenç',
    },
  },
  {
    name: 'rescued',
    group: 'toll',
    stems: {
      en: 'rescue|saved|survivor|survived',
      id: 'diselamatkan|selamat|penyintas|menyelamatkan',
      zh: '获救|生还|幸存|救出',
      es: 'rescat|supervivi|sobreviv',
      fr: 'sauvé|rescap|surviv',
      de: 'gerettet|überleb',
      ru: 'спас|выжи',
      el: 'διασώ|επιζώ|επιζή',
      pt: 'resgat|sobreviv',
    },
  },
  {
    name: 'attack',
    group: 'toll',
    stems: {
      en: 'attack|strike|airstrike|raid|bombing|assault',
      id: 'serangan|serbuan|gempuran',
      zh: '次袭击|次攻击|起袭击|次空袭|轮空袭|次打击|轮袭击|轮攻击',
      es: 'ataque|bombardeo',
      fr: 'attaque|frappe|bombardement',
      de: 'angriff|anschl',
      ru: 'атак|нападен|удар',
      el: 'επιθέσ|επίθεσ|επιδρομ',
      pt: 'ataque|bombardeio',
    },
  },
  {
    name: 'dollar',
    group: 'money',
    stems: {
      en: 'dollar|usd',
      id: 'dolar|dollar',
      zh: '美元|美金',
      es: 'dólar',
      fr: 'dollar',
      de: 'dollar',
      ru: 'доллар',
      el: 'δολάρι',
      pt: 'dólar',
    },
  },
  {
    name: 'euro',
    group: 'money',
    stems: {
      en: 'euro.|euros|eur.',
      id: 'euro',
      zh: '欧元|歐元',
      es: 'euro.|euros',
      fr: 'euro.|euros',
      de: 'euro.|euros',
      ru: 'евро.',
      el: 'ευρώ.',
      pt: 'euro.|euros',
    },
  },
  {
    name: 'rouble',
    group: 'money',
    stems: {
      en: 'rouble|ruble',
      id: 'rubel',
      zh: '卢布|盧布',
      es: 'rublo',
      fr: 'rouble',
      de: 'rubel',
      ru: 'рубл',
      el: 'ρούβλι',
      pt: 'rublo',
    },
  },
  {
    name: 'yuan',
    group: 'money',
    stems: {
      en: 'yuan|renminbi|rmb',
      id: 'yuan|renminbi',
      zh: '元人民币|人民币',
      es: 'yuan',
      fr: 'yuan',
      de: 'yuan',
      ru: 'юан',
      el: 'γουάν',
      pt: 'yuan|iuan',
    },
  },
  {
    name: 'rupiah',
    group: 'money',
    stems: { en: 'rupiah', id: 'rupiah', zh: '印尼盾|印尼卢比|卢比', es: 'rupia', fr: 'roupie', de: 'rupiah', ru: 'рупи', pt: 'rupia' },
  },
  {
    name: 'missile',
    group: 'weapon',
    stems: {
      en: 'missile',
      id: 'rudal|peluru kendali|misil',
      zh: '枚导弹|导弹|枚飞弹',
      es: 'misil',
      fr: 'missile',
      de: 'rakete',
      ru: 'ракет',
      el: 'πύραυλο|πυραύλ',
      pt: 'míssil|mísseis',
    },
  },
  {
    name: 'drone',
    group: 'weapon',
    stems: {
      en: 'drone|uav',
      id: 'drone|pesawat nirawak|nirawak',
      zh: '架无人机|无人机',
      es: 'dron',
      fr: 'drone',
      de: 'drohne',
      ru: 'дрон|беспилот|бпла',
      el: 'drone|μη επανδρωμέν',
      pt: 'drone',
    },
  },
  {
    name: 'kilometre',
    group: 'length',
    stems: {
      en: 'km|kilomet',
      id: 'km|kilomet',
      zh: '公里|千米',
      es: 'km|kilómet',
      fr: 'km|kilomèt',
      de: 'km|kilomet',
      ru: 'км|километ',
      el: 'χλμ|χιλιόμετρ|km',
      pt: 'km|quilômet|quilómet',
      it: 'km|chilomet',
      nl: 'km|kilomet',
      pl: 'km|kilomet',
      tr: 'km|kilomet',
      ja: 'km|キロ',
      ko: 'km|킬로',
      vi: 'km|ki-lô|cây số',
      uk: 'км|кілом',
      ar: 'كم|كيلو',
      hi: 'किमी|किलोमी',
      th: 'กม|กิโลเมตร',
      ms: 'km|kilomet',
    },
  },
  {
    name: 'mile',
    group: 'length',
    stems: {
      en: 'mile|mi.|mph',
      id: 'mil.|mil|mph|mpj',
      zh: '英里|英哩',
      es: 'milla|mi.|mph',
      fr: 'mille.|milles|mi.|mph',
      de: 'meile|mph',
      ru: 'миль|мили|миля',
      el: 'μίλι|μιλί',
      pt: 'milha|mi.|mph',
      it: 'migli|mph',
      nl: 'mijl|mph',
      pl: 'mil|mph',
      tr: 'mil|mph',
      ja: 'マイル',
      ko: '마일',
      vi: 'dặm',
      uk: 'миль|милі',
      ar: 'ميل|أميال',
      hi: 'मील',
      th: 'ไมล์',
      ms: 'batu|mph',
    },
  },
  {
    name: 'metre',
    group: 'length',
    stems: {
      en: 'meter|metre|m.',
      id: 'meter|m.',
      zh: '米|公尺',
      es: 'metro|m.',
      fr: 'mètre|m.',
      de: 'meter|m.',
      ru: 'метр|м.',
      el: 'μέτρ|μ.',
      pt: 'metro|m.',
      it: 'metri|m.',
      nl: 'meter|m.',
    },
  },
  {
    name: 'foot',
    group: 'length',
    stems: {
      en: 'feet|foot|ft',
      id: 'kaki|ft',
      zh: '英尺|英呎',
      es: 'pies|pie.|ft',
      fr: 'pied|ft',
      de: 'fuß|ft',
      ru: 'фут',
      el: 'πόδι',
      pt: 'pés|ft',
      it: 'piedi|ft',
      nl: 'voet|ft',
    },
  },
  {
    name: 'inch',
    group: 'length',
    stems: {
      en: 'inch',
      id: 'inci|inch',
      zh: '英寸|英吋|吋',
      es: 'pulgada',
      fr: 'pouce',
      de: 'zoll',
      ru: 'дюйм',
      el: 'ίντσ',
      pt: 'polegada',
    },
  },
  {
    name: 'acre',
    group: 'length',
    stems: {
      en: 'acre',
      id: 'acre|ekar',
      zh: '英亩|英畝',
      es: 'acre',
      fr: 'acre',
      de: 'acre|morgen',
      ru: 'акр',
      el: 'στρέμμα',
      pt: 'acre',
    },
  },
  {
    name: 'celsius',
    group: 'weight',
    stems: { en: '°c|degrees c', id: '°c|derajat c', zh: '°c|摄氏|℃', es: '°c', fr: '°c', de: '°c', ru: '°c|°с', el: '°c', pt: '°c' },
  },
  {
    name: 'fahrenheit',
    group: 'weight',
    stems: { en: '°f|degrees f', id: '°f|derajat f', zh: '°f|华氏|℉', es: '°f', fr: '°f', de: '°f', ru: '°f', el: '°f', pt: '°f' },
  },
  {
    name: 'kilogram',
    group: 'weight',
    stems: {
      en: 'kg|kilo',
      id: 'kg|kilo',
      zh: '公斤|千克',
      es: 'kg|kilo',
      fr: 'kg|kilo',
      de: 'kg|kilo',
      ru: 'кг|кило',
      el: 'κιλ',
      pt: 'kg|quilo',
    },
  },
  {
    name: 'pound',
    group: 'weight',
    stems: { en: 'pound|lb', id: 'pon|pound', zh: '磅', es: 'libra', fr: 'livre', de: 'pfund', ru: 'фунт', el: 'λίβρ|λίρ', pt: 'libra' },
  },
  {
    name: 'region',
    group: 'place',
    stems: {
      en: 'province|region|oblast|district|territor',
      id: 'provinsi|wilayah|daerah|distrik|kawasan',
      zh: '个省|省|个地区|个州|个区',
      es: 'provincia|región|regiones|territorio',
      fr: 'province|région|territoire',
      de: 'provinz|region|gebiet',
      ru: 'област|регион|провинц',
      el: 'επαρχί|περιοχ|περιφέρει',
      pt: 'província|região|regiões|território',
    },
  },
  {
    name: 'country',
    group: 'place',
    stems: {
      en: 'countr|nation.|nations',
      id: 'negara',
      zh: '个国家|国',
      es: 'país',
      fr: 'pays',
      de: 'länder|land.|staaten',
      ru: 'стран|государств',
      el: 'χώρα|χώρες|χωρών',
      pt: 'país|países',
    },
  },
  {
    name: 'occasion',
    group: 'occasion',
    stems: {
      en: 'time.|times|meeting|visit|round|encounter|trip|such meeting',
      id: 'kali|pertemuan|kunjungan|putaran',
      zh: '次|轮|次会|次会晤|次访',
      es: 'vez|veces|reunión|reuniones|encuentro|visita|ronda',
      fr: 'fois|réunion|rencontre|visite',
      de: 'mal.|treffen|besuch|runde',
      ru: 'раз.|раза|встреч|визит|раунд',
      el: 'φορά|φορές|συνάντησ|συναντήσ|επίσκεψ',
      pt: 'vez|vezes|reunião|reuniões|encontro|visita',
    },
  },
];

const WINDOW = 5;
const HAN_WINDOW = 6;

interface Compiled {
  readonly classes: readonly { readonly name: string; readonly group: CountedClass['group']; readonly stems: readonly string[] }[];
}

const compiled = new Map<string, Compiled>();

function classesOf(language: string): Compiled['classes'] {
  const asked = language.split('-')[0]!.toLowerCase();
  const cached = compiled.get(asked);
  if (cached) return cached.classes;
  const classes = COUNTED_CLASSES.flatMap((entry) => {
    const stems = entry.stems[asked] ?? (asked === 'ms' ? entry.stems.id : undefined);
    return stems ? [{ name: entry.name, group: entry.group, stems: stems.split('|') }] : [];
  });
  compiled.set(asked, { classes });
  return classes;
}

/** The group of a class. */
export const GROUP_OF: ReadonlyMap<string, CountedClass['group']> = new Map(COUNTED_CLASSES.map((entry) => [entry.name, entry.group]));

/**
 * What the number at `start` to `end` of `text` counts: class names, nearest first, of the words after it up to the next number or comma, and in Indonesian and
 * Chinese too. `verbs`: also of the few words before (`killed 12`).
 */
export function countedBy(text: string, start: number, end: number, language: string, options: { verbs?: boolean } = {}): string[] {
  const classes = classesOf(language);
  if (classes.length === 0) return [];
  const found: string[] = [];
  const han = /^(?:zh|yue|ja)/.test(language);
  const rest = text.slice(end, end + 90).toLowerCase();
  if (han) {
    const clause = /^[^,，。;；、0-9]*/u.exec(rest.slice(0, 24))![0].replace(/^[\s多余餘几]+/, '');
    for (const entry of classes) {
      const window = entry.group === 'toll' ? 14 : HAN_WINDOW;
      if (
        entry.stems.some((stem) =>
          entry.group === 'toll' || entry.group === 'weapon' ? clause.slice(0, window).includes(stem) : clause.startsWith(stem),
        )
      )
        found.push(entry.name);
    }
    if (/^[$＄]|美元$/.test(text.slice(Math.max(0, start - 1), start))) found.push('dollar');
    if (options.verbs) {
      const before = text.slice(Math.max(0, start - 8), start);
      for (const entry of classes)
        if (entry.group === 'toll' && entry.name !== 'attack' && entry.stems.some((stem) => before.includes(stem))) found.push(entry.name);
    }
    return found;
  }
  const words = (/^[^,;:.()“”"\d]*/u.exec(rest)![0].match(/[\p{L}\p{M}°]+/gu) ?? []).slice(0, WINDOW);
  collect(words, classes, found);
  if (/[$]\s?$/.test(text.slice(Math.max(0, start - 2), start))) found.push('dollar');
  if (/[€]\s?$/.test(text.slice(Math.max(0, start - 2), start)) || /^\s?€/.test(rest)) found.push('euro');
  if (options.verbs) {
    const before = text.slice(Math.max(0, start - 60), start).toLowerCase();
    const clause = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf('.'), before.lastIndexOf(';')) + 1);
    const toll = classes.filter((entry) => entry.group === 'toll' && entry.name !== 'attack');
    collect((clause.match(/[\p{L}\p{M}]+/gu) ?? []).slice(-4), toll, found);
  }
  return found;
}

function collect(words: readonly string[], classes: Compiled['classes'], found: string[]): void {
  for (const word of words) {
    for (const entry of classes) {
      if (
        !found.includes(entry.name) &&
        entry.stems.some((stem) => (stem.endsWith('.') ? word === stem.slice(0, -1) : word.startsWith(stem)))
      )
        found.push(entry.name);
    }
  }
}
