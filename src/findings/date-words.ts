/** The words for days and months. Seven or twelve entries, Monday and January first; a bar between other spellings, `*` for any ending. */
export interface DateWords {
  readonly weekdays: string;
  readonly months: string;
  /** Words with the number of days from today: `yesterday=-1`. */
  readonly relative?: string;
  /** Phrases for a week, month or year before, at or after this one: `last week=week-1`. An underscore is a blank. */
  readonly spans?: string;
  /** Words that are names of days only under one of `before` (a word) or where they are capitalised: Indonesian `minggu` is a week too. */
  readonly careful?: string;
  readonly before?: string;
}

/** Date words by base language. */
export const DATE_WORDS: Readonly<Record<string, DateWords>> = {
  en: {
    weekdays: 'monday|mondays tuesday|tuesdays wednesday|wednesdays thursday|thursdays friday|fridays saturday|saturdays sunday|sundays',
    months:
      'january|jan february|feb march april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec',
    relative: 'yesterday=-1 today=0 tonight=0 tomorrow=1',
    spans:
      'last_week=week-1 previous_week=week-1 this_week=week+0 next_week=week+1 last_month=month-1 this_month=month+0 next_month=month+1 last_year=year-1 this_year=year+0 next_year=year+1',
    careful: 'may march',
    before: 'in of on since until till by from last next this early late mid during between before after through to and',
  },
  id: {
    weekdays: "senin selasa rabu kamis jumat|jum'at sabtu minggu|ahad",
    months:
      'januari|jan februari|feb maret|mar april|apr mei juni|jun juli|jul agustus|agu|ags september|sept|sep oktober|okt november|nov|nopember desember|des',
    relative: 'kemarin=-1 besok=1 hari_ini=0 malam_ini=0',
    spans:
      'minggu_lalu=week-1 pekan_lalu=week-1 minggu_ini=week+0 pekan_ini=week+0 minggu_depan=week+1 pekan_depan=week+1 bulan_lalu=month-1 bulan_ini=month+0 bulan_depan=month+1 tahun_lalu=year-1 tahun_ini=year+0 tahun_depan=year+1',
    careful: 'minggu',
    before: 'hari',
  },
  ms: {
    weekdays: 'isnin selasa rabu khamis jumaat sabtu ahad',
    months: 'januari|jan februari|feb mac april|apr mei jun julai|jul ogos september|sept oktober|okt november|nov disember|dis',
    relative: 'semalam=-1 kelmarin=-1 esok=1 hari_ini=0 malam_ini=0',
    spans:
      'minggu_lalu=week-1 minggu_lepas=week-1 minggu_ini=week+0 minggu_depan=week+1 bulan_lalu=month-1 bulan_lepas=month-1 bulan_ini=month+0 bulan_depan=month+1 tahun_lalu=year-1 tahun_lepas=year-1 tahun_ini=year+0 tahun_depan=year+1',
  },
  es: {
    weekdays: 'lunes martes miércoles jueves viernes sábado|sábados domingo|domingos',
    months: 'enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre',
    relative: 'ayer=-1 anoche=-1 hoy=0',
    spans:
      'semana_pasada=week-1 esta_semana=week+0 próxima_semana=week+1 semana_próxima=week+1 mes_pasado=month-1 este_mes=month+0 próximo_mes=month+1 año_pasado=year-1 este_año=year+0 próximo_año=year+1 año_próximo=year+1',
  },
  fr: {
    weekdays: 'lundi|lundis mardi|mardis mercredi jeudi|jeudis vendredi|vendredis samedi|samedis dimanche|dimanches',
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    relative: "hier=-1 aujourd'hui=0 demain=1",
    spans:
      'semaine_dernière=week-1 cette_semaine=week+0 semaine_prochaine=week+1 mois_dernier=month-1 ce_mois=month+0 mois_prochain=month+1 année_dernière=year-1 an_dernier=year-1 cette_année=year+0 année_prochaine=year+1 an_prochain=year+1',
    careful: 'mars',
    before: 'en de le du mi fin début depuis',
  },
  de: {
    weekdays: 'montag* dienstag* mittwoch* donnerstag* freitag* samstag*|sonnabend* sonntag*',
    months: 'januar|jänner februar märz april mai juni juli august september oktober november dezember',
    relative: 'gestern=-1 heute=0',
    spans:
      'letzte_woche=week-1 vergangene_woche=week-1 diese_woche=week+0 nächste_woche=week+1 letzten_monat=month-1 diesen_monat=month+0 nächsten_monat=month+1 letztes_jahr=year-1 vergangenes_jahr=year-1 dieses_jahr=year+0 nächstes_jahr=year+1',
  },
  ru: {
    weekdays: 'понедельник* вторник* среду четверг* пятниц* суббот* воскресень*',
    months: 'январ* феврал* март|марта|марте апрел* мая|мае|май июн* июл* август* сентябр* октябр* ноябр* декабр*',
    relative: 'вчера=-1 сегодня=0 завтра=1',
    spans:
      'прошлой_неделе=week-1 этой_неделе=week+0 следующей_неделе=week+1 прошлом_месяце=month-1 этом_месяце=month+0 следующем_месяце=month+1 прошлом_году=year-1 этом_году=year+0 следующем_году=year+1',
  },
  uk: {
    weekdays: "понеділ* вівтор* середу четвер* п'ятниц* субот* неділ*",
    months: 'січ* лют* берез* квіт* трав* червн*|червень липн*|липень серпн*|серпень верес* жовт* листопад* груд*',
    relative: 'вчора=-1 учора=-1 сьогодні=0 завтра=1',
    careful: 'лют* трав* берез* груд* квіт* жовт* верес* січ*',
  },
  pt: {
    weekdays: 'segunda-feira|segundas-feiras terça-feira|terça quarta-feira quinta-feira sexta-feira sábado|sábados domingo|domingos',
    months: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
    relative: 'ontem=-1 hoje=0 amanhã=1',
    spans:
      'semana_passada=week-1 esta_semana=week+0 próxima_semana=week+1 mês_passado=month-1 este_mês=month+0 próximo_mês=month+1 ano_passado=year-1 este_ano=year+0 próximo_ano=year+1',
  },
  el: {
    weekdays: 'δευτέρα|δευτέρας τρίτη|τρίτης τετάρτη|τετάρτης πέμπτη|πέμπτης παρασκευή* σάββατο|σαββάτου κυριακή*',
    months:
      'ιανουάριο*|ιανουαρίου φεβρουάριο*|φεβρουαρίου μάρτιο*|μαρτίου απρίλιο*|απριλίου μάιο*|μαΐου|μάϊο* ιούνιο*|ιουνίου ιούλιο*|ιουλίου αύγουστο*|αυγούστου σεπτέμβριο*|σεπτεμβρίου οκτώβριο*|οκτωβρίου νοέμβριο*|νοεμβρίου δεκέμβριο*|δεκεμβρίου',
    relative: 'χθες=-1 χτες=-1 σήμερα=0 απόψε=0 αύριο=1',
    careful: 'δευτέρα δευτέρας τρίτη τρίτης τετάρτη τετάρτης πέμπτη πέμπτης',
    before: '',
  },
  it: {
    weekdays: 'lunedì martedì mercoledì giovedì venerdì sabato domenica',
    months: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    relative: 'ieri=-1 oggi=0 domani=1',
  },
  nl: {
    weekdays: 'maandag* dinsdag* woensdag* donderdag* vrijdag* zaterdag* zondag*',
    months: 'januari februari maart april mei juni juli augustus september oktober november december',
    relative: 'gisteren=-1 vandaag=0 vanavond=0',
  },
  pl: {
    weekdays: 'poniedział* wtor* środę|środa|środy czwart*  piąt* sobot* niedziel*',
    months: 'stycz* lut* marzec|marca|marcu kwie* maj|maja|maju czerw* lipiec|lipca|lipcu sierp* wrze* październik* listopad* grud*',
    relative: 'wczoraj=-1 dziś=0 dzisiaj=0 jutro=1',
    careful: 'czwart* piąt* lut* czerw* kwie* wrze* stycz* grud* sierp*',
  },
  tr: {
    weekdays: 'pazartesi* salı çarşamba* perşembe* cuma cumartesi* pazar',
    months: "ocak* şubat* mart|mart'ta nisan* mayıs* haziran* temmuz* ağustos* eylül* ekim* kasım* aralık*",
    relative: 'dün=-1 bugün=0 yarın=1',
    careful: 'cuma pazar salı mart ocak* ekim* aralık* nisan*',
    before: '',
  },
  ar: {
    weekdays: '*اثنين *ثلاثاء *أربعاء *خميس *جمعة *سبت *أحد',
    months: 'يناير فبراير مارس أبريل|إبريل مايو يونيو|يونيه يوليو|يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
    relative: 'أمس=-1 غدًا=1 غداً=1',
    careful: '*اثنين *ثلاثاء *أربعاء *خميس *جمعة *سبت *أحد',
    before: 'يوم ليوم مساء صباح',
  },
  hi: {
    weekdays: 'सोमवार मंगलवार बुधवार गुरुवार|बृहस्पतिवार शुक्रवार शनिवार रविवार',
    months: 'जनवरी फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर',
  },
};

/** Days and months in scripts without blanks, and where a number makes them; found anywhere in the text. */
export const DATE_CHARACTERS: Readonly<
  Record<string, { readonly weekdays: string; readonly relative?: string; readonly spans?: string; readonly months?: string }>
> = {
  zh: {
    weekdays: '(?:周|週|星期|礼拜|禮拜)([一二三四五六日天])(?![次个個天场場年点點节節])',
    relative: '昨天=-1 昨日=-1 昨晚=-1 今天=0 今日=0 今晚=0 明天=1 明日=1 后天=2 前天=-2',
    spans:
      '上周=week-1 上週=week-1 上星期=week-1 本周=week+0 本週=week+0 这周=week+0 这个星期=week+0 下周=week+1 下週=week+1 下星期=week+1 上月=month-1 上个月=month-1 上個月=month-1 本月=month+0 这个月=month+0 下月=month+1 下个月=month+1 去年=year-1 今年=year+0 明年=year+1',
  },
  ja: {
    weekdays: '([月火水木金土日])曜',
    relative: '昨日=-1 今日=0 明日=1',
    spans: '先週=week-1 今週=week+0 来週=week+1 先月=month-1 今月=month+0 来月=month+1 去年=year-1 昨年=year-1 今年=year+0 来年=year+1',
  },
  ko: {
    weekdays: '([월화수목금토일])요일',
    relative: '어제=-1 내일=1',
    spans: '지난주=week-1 지난달=month-1 작년=year-1 지난해=year-1 올해=year+0 내년=year+1',
  },
  th: {
    weekdays: 'วัน(จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)',
    months: 'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม',
  },
  vi: { weekdays: '(?:[Tt]hứ )(Hai|Ba|Tư|Năm|Sáu|Bảy)(?![\\p{L}])|(Chủ [Nn]hật)', relative: 'hôm_qua=-1 hôm_nay=0 ngày_mai=1' },
};

/** What the group of a weekday pattern stands for, Monday first. */
export const DAY_SIGNS: readonly string[] = [
  '一月월จันทร์Hai',
  '二火화อังคารBa',
  '三水수พุธTư',
  '四木목พฤหัสNăm',
  '五金금ศุกร์Sáu',
  '六土토เสาร์Bảy',
  '日天일อาทิตย์',
];
