/** Words that are no names although a sentence or a headline may give them a capital. */

import { DATES } from '../../languages/languages.ts';
import { lazy } from '../../lazy.ts';
import { commonWordsTable, givenNamesTable } from './common-words-table.ts';
import { type Concept, lookUpName } from './gazetteer.ts';

/** Undo front coding: a digit says how many letters are as in the word before. */
function decode(table: string): ReadonlySet<string> {
  const list = new Set<string>();
  let before = '';
  for (const match of table.matchAll(/([0-9A-Z])([^0-9A-Z]*)/gu)) {
    before = before.slice(0, Number.parseInt(match[1]!, 36)) + match[2]!;
    list.add(before);
  }
  return list;
}

let givenNames: ReadonlySet<string> | undefined;

/** Whether the word is a given name that many people have (Latin letters, accents aside). */
export function isGivenName(word: string): boolean {
  givenNames ??= decode(givenNamesTable);
  return givenNames.has(word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''));
}

const decoded = new Map<string, ReadonlySet<string>>();

function wordsOfLanguage(language: string): ReadonlySet<string> {
  let words = decoded.get(language);
  if (words === undefined) {
    words = decode(commonWordsTable[language] ?? '');
    decoded.set(language, words);
  }
  return words;
}

// months and weekdays in the languages that give them a capital, by their English CLDR names and those of the other languages
const calendar = new Set(
  (
    'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ' +
    'januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag ' +
    'januari februari maret mei juni juli agustus oktober november desember senin selasa rabu kamis jumat sabtu minggu ahad ' +
    'mac ogos disember isnin khamis jumaat ' +
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado domingo ' +
    'janvier février mars avril juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche ' +
    'gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre lunedì martedì mercoledì giovedì venerdì sabato domenica ' +
    'janeiro fevereiro março maio junho julho setembro outubro dezembro segunda-feira terça-feira quarta-feira quinta-feira sexta-feira ' +
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag maart augustus ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık ' +
    'pazartesi salı çarşamba perşembe cuma cumartesi pazar ' +
    'ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου ' +
    'δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή'
  ).split(' '),
);

// nationality words whose country does not begin alike, and peoples and faiths; the regular ones are told by their country
const irregularPeoples = new Set(
  (
    'norwegian peruvian belgian maltese lebanese congolese burmese filipino welshman french dutch british greek swiss danish turkish welsh irish spanish polish finnish swedish english scottish chinese japanese thai arab arabic jewish muslim christian ' +
    'muslims christians jews arabs germans greeks turks kurds kurdish kurd russians ukrainians americans europeans westerners westerner western eastern northern southern ' +
    'islamic islamist catholic orthodox sunni shia shiite hindu buddhist african asian latin hispanic briton britons frenchman dutchman scot scots turk pole poles dane finn swede ' +
    'republican republicans democrat democrats democratic communist socialist conservative liberal nazi soviet soviets ' +
    'russisch russische ukrainische amerikaanse europese franse duitse britse chinese belgische'
  ).split(' '),
);

const peopleEndings: Readonly<Record<string, RegExp>> = {
  en: /(?:an|ans|ian|ians|ean|ese|ish|i|is|ic|er|ers)$/,
  de: /(?:er|ern|ers|erin|erinnen|e|en|n|isch\p{L}*)$/u,
  fr: /(?:ien|iens|ienne|iennes|ain|ains|aine|aines|ais|aise|ois|oise|en|ens|éen|éens|e|es)$/,
  nl: /(?:er|ers|s|se|isch|ische|aan|aans|aanse|ees|ese)$/,
  it: /(?:ano|ana|ani|ane|ese|esi|o|i)$/,
  es: /(?:ano|ana|anos|anas|és|esa|o|os)$/,
  pt: /(?:ano|ana|anos|ês|esa|o|os)$/,
  tr: /(?:lı|li|lu|lü|lılar|liler|lar|ler)$/,
  pl: /(?:in|anin|anie|anka|ka|czyk|cy|ów|i)$/,
};

const peoples = new Map<string, boolean>(); // answers so far, the latest few thousand

/** Whether the word is among the most frequent words of the language. */
export function isCommonWord(word: string, language: string): boolean {
  const key = word.toLowerCase();
  return wordsOfLanguage(language).has(key) || (language !== 'en' && /^[a-z]{3,}$/.test(key) && strongEnglish.has(key));
}

// English function words also stand in texts of other languages (quotes, boilerplate)
const strongEnglish = new Set(
  'the and for with from that this they there here when what which who how why not but are was were has have had will would could should'.split(
    ' ',
  ),
);

// words before a person's name; written from general knowledge for the languages of the model
const titles = new Set(
  (
    'mr mrs ms miss dr prof sir dame lord lady rev hon st. mx messrs president vice-president minister secretary chancellor premier senator congressman congresswoman representative rep sen gov ' +
    'governor mayor ambassador envoy general gen colonel col major captain capt lieutenant lt sergeant sgt admiral commander chief director chairman chairwoman chair spokesman spokeswoman spokesperson ' +
    'king queen prince princess pope archbishop bishop cardinal ayatollah sheikh imam judge justice attorney professor doctor deputy special adviser advisor aide official leader head speaker ceo ' +
    'presiden wakil menteri duta besar utusan khusus perdana kanselir gubernur wali kota jenderal kolonel kapten raja ratu pangeran paus juru bicara kepala ketua direktur profesor asisten penasihat sekretaris bapak ibu bpk pak bu ' +
    'presidente presidenta ministro ministra canciller senador senadora diputado gobernador alcalde embajador embajadora enviado general coronel capitán rey reina príncipe princesa papa secretario secretaria señor señora sr sra don doña doctor ' +
    'président présidente ministre chancelier sénateur gouverneur maire ambassadeur ambassadrice émissaire général roi reine pape secrétaire porte-parole monsieur madame mme mlle ' +
    'präsident präsidentin bundespräsident us-präsident minister ministerin außenminister außenministerin kanzler kanzlerin bundeskanzler bundeskanzlerin premierminister botschafter sondergesandter gesandter general könig königin papst sprecher sprecherin herr frau ' +
    'cancelliere senatore governatore sindaco ambasciatore inviato generale colonnello re regina principe segretario portavoce signor signora dottor ' +
    'primeiro-ministro chanceler governador prefeito embaixador secretário secretária porta-voz senhor senhora ' +
    'kanselier premier ambassadeur gezant koning koningin paus woordvoerder meneer mevrouw de heer ' +
    'prezydent premier minister kanclerz ambasador wysłannik generał król królowa papież rzecznik pan pani ' +
    'cumhurbaşkanı başkan başkanı bakan bakanı başbakan başbakanı büyükelçi general kral kraliçe sözcüsü bay bayan sayın ' +
    'președintele președinte ministrul prim-ministrul domnul doamna ' +
    'президент президента президенту министр министра премьер премьер-министр канцлер посол генерал король королева папа господин госпожа міністр прем’єр-міністр пан пані спецпосланник ' +
    'πρόεδρος προέδρου πρόεδρο υπουργός υπουργού υπουργό πρωθυπουργός πρωθυπουργού καγκελάριος πρέσβης στρατηγός βασιλιάς πάπας κύριος κυρία κ ' +
    'brig brigadier marshal commodore prosecutor lawyer barrister coach midfielder striker goalkeeper captain analyst economist engineer professor researcher scientist historian commissioner superintendent inspector constable officer regent chieftain ' +
    'father brother sister saint imam rabbi driver rider pilot skipper fisherman farmer resident survivor witness founder owner manager co-founder executive chairperson vice deputy acting former interim ' +
    'jaksa hakim pengacara komisioner kombes brigjen irjen letjen mayjen laksamana laksamana madya kolonel letkol kapolda kapolres kapolri kapolrestabes kapolsek bupati camat lurah wagub sekda menlu menhan menko mendagri menkes panglima komandan pangdam koordinator pelatih kapten penyerang kiper analis ekonom peneliti guru warga pengemudi sopir pilot nelayan ustaz kiai haji hajah kakak adik saudara manajer pemilik pendiri pejabat anggota kasat brigadir ' +
    'адвокат прокурор судья следователь врач тренер депутат сенатор губернатор мэр глава директор начальник заместитель представитель пресс-секретарь эксперт аналитик профессор академик полковник майор капитан лейтенант адмирал гендиректор председатель секретарь секретаря председателя ' +
    'адвокатка прокурорка суддя лікар лікарка тренер депутат депутатка мер голова директор директорка начальник заступник речник речниця експерт професор полковник очільник очільниця ' +
    'εισαγγελέας δικηγόρος δικηγόρου δήμαρχος δημάρχου κοινοτάρχης διευθυντής γραμματέας εκπρόσωπος βουλευτής υποπτέραρχος καπετάνιος καθηγητής γιατρός δικαστής πρόεδρο κα κος ' +
    'fiscal juez jueza abogado abogada ingeniero ingeniera jefe jefa director directora portavoz vocero vocera congresista alcaldesa comandante teniente profesor profesora investigador entrenador gerente contralor contralora ' +
    'procureur procureure juge avocat avocate directeur directrice maître capitaine commandant lieutenant professeur entraîneur docteur ' +
    'staatsanwalt staatsanwältin richter richterin anwalt anwältin bürgermeister bürgermeisterin direktor direktorin oberst hauptmann trainer trainerin professor professorin ministerpräsident ministerpräsidentin geschäftsführer chef chefin leiter leiterin ' +
    'procuratore procuratrice giudice avvocato avvocata direttore direttrice capitano comandante maresciallo tenente professore professoressa allenatore sindaca assessore ' +
    'procurador procuradora juiz juíza advogado advogada diretor diretora capitão comandante tenente professor professora treinador ' +
    'savcı hâkim avukat vali kaymakam müdür müdürü genel sekreteri sekreter koramiral amiral albay binbaşı yüzbaşı teknik direktör doktor profesör doçent uzman temsilcisi ' +
    'luật sư bác sĩ tiến sĩ giáo sư giám đốc trưởng ts gs pgs ths bs ' +
    'presiden menteri tuan puan encik datuk dato tun tan sri ông bà tổng thống thủ tướng chủ tịch'
  ).split(' '),
);

// words that bodies are named with: alone they name none
const institutions = new Set(
  (
    'north south east west northern southern eastern western central academy revolution prize award minister festival games olympic olympics world ' +
    'council foundation ministry committee department agency institute university bank party court parliament senate assembly house office union association federation commission ' +
    'program programme project center centre force forces army navy police board bureau service services administration authority organization organisation corporation group fund ' +
    'university college school hospital museum church society club league cup street avenue square airport station river lake mountain island islands province region district county state city town ' +
    'war treaty agreement deal plan summit conference act law article news post times daily weekly magazine journal ' +
    'kementerian dewan yayasan lembaga komisi komite departemen badan universitas partai mahkamah parlemen kantor perang konferensi majalah surat kabar provinsi kabupaten kota jalan pulau sungai gunung bandara ' +
    'ministerio consejo fundación comité departamento agencia instituto universidad banco partido tribunal corte parlamento senado asamblea comisión guerra tratado acuerdo ' +
    'ministère conseil fondation comité département agence institut université banque parti cour parlement sénat assemblée commission guerre traité accord ' +
    'ministerium rat stiftung ausschuss behörde institut universität partei gericht parlament bundestag kommission krieg vertrag abkommen ' +
    'ministero consiglio fondazione comitato dipartimento agenzia istituto università banca partito tribunale parlamento senato commissione guerra trattato accordo ' +
    'ministério conselho fundação comitê departamento agência instituto universidade partido tribunal parlamento comissão guerra tratado acordo ' +
    'министерство совет комитет университет банк партия суд парламент комиссия война міністерство рада комітет університет партія'
  ).split(' '),
);

/** Whether the word is one that bodies are named with (`Council`, `Ministry`). */
export function isInstitutionWord(word: string): boolean {
  return institutions.has(word.toLowerCase());
}

/** Whether the word is one of the language, or one that bodies are named with: no part of a person's name. */
export function isOrdinaryWord(word: string, language: string): boolean {
  return isInstitutionWord(word) || isCommonWord(word, language);
}

/** Whether the word is a title or an office that stands before a name. */
export function isTitle(word: string): boolean {
  const key = word.toLowerCase();
  return (
    titles.has(key) || /(?:minister|ministerin|präsidentin?|kanzlerin?|sprecherin?|meisterin?|vorsitzende[rn]?|direktorin?)$/u.test(key)
  );
}

const dateWords = lazy(
  () =>
    new Set(
      Object.values(DATES).flatMap(({ weekdays = [], months = [], weekdaySigns = [] }) => [
        ...[...weekdays, ...months].flat().map((word) => word.replace('*', '').toLowerCase()),
        ...weekdaySigns.flatMap((sign) => [`星期${sign}`, `周${sign}`, `週${sign}`, `${sign}曜日`, `${sign}요일`]),
      ]),
    ),
);

/** Whether the word names a month or a weekday in some language. */
export function isCalendarWord(word: string): boolean {
  const key = word.toLowerCase();
  return (
    calendar.has(key) ||
    (/[^\p{Script=Latin}]/u.test(key) && (dateWords().has(key) || /^(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]$|曜日?$|요일$/u.test(key)))
  );
}

/** Whether the word means the people of a place, or their adjective, rather than the place (`Russian`, `Ukrainer`). */
export function isPeopleWord(word: string, language: string): boolean {
  const key = word.toLowerCase();
  if (irregularPeoples.has(key)) return true;
  const endings = peopleEndings[language];
  if (endings === undefined || !endings.test(key) || key.length < 5) return false;
  const known = `${language} ${key}`;
  let answer = peoples.get(known);
  if (answer === undefined) {
    answer =
      lookUpName(word, language).every((concept) => concept.type === 'other' || concept.type === 'person') &&
      isPlaceWithEnding(key, endings, language);
    if (peoples.size >= 20_000) peoples.clear();
    peoples.set(known, answer);
  }
  return answer;
}

/** Whether the word is a place of the table, but for what countries end in, and then an ending of peoples. */
function isPlaceWithEnding(key: string, endings: RegExp, language: string): boolean {
  for (let length = key.length - 1; length >= Math.max(4, key.length - 5); length--) {
    if (endings.exec(key.slice(length))?.index !== 0) continue;
    const stem = key.slice(0, length);
    for (const ending of placeEndings) {
      if (lookUpName(stem + ending, language).some(isPlaceLike) || lookUpName(stem + ending, 'en').some(isPlaceLike)) return true;
    }
  }
  return false;
}

const placeEndings = ['', 'a', 'e', 'ia', 'y', 'o', 'en', 'ien', 'ea', 'ne', 'ina', 'ie', 'ka', 'ica', 'any', 'land', 'istan'];

function isPlaceLike(concept: Concept): boolean {
  return concept.type === 'place' || (concept.type === 'other' && /(?:ia|land|a)$/.test(concept.name) && !concept.name.includes(' '));
}
