/** Where sentences end, language by language: `|` stands where the text is cut. */
import { expect, test } from 'vitest';
import { splitSentences } from '../../src/text/split-sentences.ts';

const ENDS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'The price rose.1| Nobody knew.²| It fell.',
    'It held.*| The vote was close.†| Few came.[3]| All left.',
    'See fig.2 The map shows it.',
    'Version 2.1 came out.| It runs on 3.5 volts.',
    '“Come here!”| He told her a story about a bear.',
    'He said: "No!"| He said: "No!" and walked away.',
    '“Come here!” She said quietly.| Nobody moved.',
    '"Who is it?" Ann Lee asked.| "It is me."',
    'III. Results were good.',
    'He met Dr. Lee at 5 p. m.| He left.',
    'They won.‡| Nobody cheered.',
  ],
  de: [
    'Das war am 3. Oktober in Bonn.| Alle waren da.',
    'Viele Tiere, z. B. Katzen, schlafen.| Andere nicht.',
    'Viele Tiere, z.\u00a0B. Katzen, schlafen.| Andere nicht.',
    'Viele Tiere, z.\u202fB. Katzen, schlafen.| Andere nicht.',
    'Er kommt u. U. Montag.| Sie nicht.',
    'Er nahm Äpfel o. Ä.| Das war genug.',
    'Sie fährt i. d. R. Bahn.| Er z. T. Auto.',
    'Es war im Jahr 44 v. Chr. Roms Ende.',
    'Im II. Weltkrieg starben viele.| Im III. Reich auch.',
    'Er wohnt in der Hauptstr. 5 in Ulm.| Sie in der Lindenstr. 12.',
    'Er leitet die Abt.| Das weiß jeder.',
    'Sie ist Dr. med. Anna Berg.| Er ist Arzt.',
    'Ludwig XIV.| Er war König.',
  ],
  nl: ['Het kost 3 mln. Euro.| Dat is veel.', 'Hij woont in de Kerkstr. 5.| Zij niet.', 'Dat is, d. w. z. Maandag, laat.| Het regent.'],
  fr: [
    'Il vient, p. ex. Lundi.| Elle non.',
    'Il est né en 44 av. J.-C. Rome tomba.',
    'M. Le Pen parle.| Il part.',
    'Tout monte.1| Rien ne baisse.',
  ],
  es: [
    'Es del s. XIX.| Era nuevo.',
    'Llegó a las 5 a. m.| El tren salió.',
    'Vive en EE. UU.| La casa es grande.',
    'El Sr. López vino.| Ella no.',
  ],
  pt: ['É do séc. XIX.| Era novo.', 'O Sr. Da Silva veio.| Ela não.', 'Chegou às 5 p. m.| O trem saiu.'],
  it: ['È del sec. XIX.| Era nuovo.', 'Il prof. Di Stefano venne.| Lei no.', 'Nacque nel 44 a. C.| Il mondo cambiò.'],
  pl: [
    'Wiem, że to im.| To dla nas.',
    'Szkoła im. Jana Nowaka stoi.| To tu.',
    'Badał gen.| To był gen. Kowalski.',
    'II. Wojna zaczęła się wtedy.',
    'Było ok. 5 osób.| On też.',
    'Przyszli, m. in. Anna.| Nie on.',
  ],
  tr: ["II. Dünya Savaşı 1945'te bitti.| Herkes döndü.", 'IV. Murat geldi.| O padişahtı.', 'Prof. Dr. Yılmaz konuştu.| Bu önemli.'],
  ru: [
    'Врачи помогли им.| Все вернулись.',
    'Завод им. Ленина стоит.| Он старый.',
    'Цена выросла, т. е. Москва платит.| Это много.',
    'Купили хлеб и т. д.| Потом ушли.',
    'Он живёт на ул. Мира.| Она нет.',
  ],
  uk: ['Він їв рис.| Вона ні.', 'Вул. Шевченка довга.| Це так.', 'Були яблука і т. д.| Потім пішли.'],
  el: ['Τι ώρα φεύγει το πλοίο\u037e| Θα αργήσουμε.', 'Τι ώρα φεύγει το πλοίο;| Θα αργήσουμε.', 'Ήταν το 44 π. Χ.| Η Ρώμη έπεσε.'],
  id: ['Bpk. Budi datang.| Sdri. Ani juga.', 'Dr. Siti datang.| Dia pulang.', 'Harga naik.2| Semua tahu.'],
  ms: ['Sdri. Ani datang.| Dia pulang.', 'Datuk Ali hadir.| Beliau gembira.'],
  vi: ['TP. Huế đẹp.| Ông Minh đến.', 'PGS. TS. Lan nói.| Bà cười.'],
  ja: ['水位は２．７５メートルだった。| 雨は３．５％増えた。', 'Ver．２．０が出た。| 皆が喜んだ。', '終わった．| 帰った．'],
  zh: ['第２．１节很长。| 他走了。', '他说：“好。”| 她走了。', '增长３．５％。| 很快。'],
  ko: ['회의가 끝났다.\u200f| 비가 왔다.', '3.5% 올랐다.| 끝났다.'],
  ar: ['انتهى الاجتماع.\u200f| بدأ المطر.', 'ارتفع السعر.| انخفض بعد ذلك.'],
  hi: ['बैठक खत्म हुई।\u200d| बारिश शुरू हुई।', 'डॉ. शर्मा आए।| वे चले गए।'],
  th: ['ราคา 3.5 บาท'],
  cs: ['Podle čl. 5 odst. 2 to platí.| To je vše.', 'Přišel např. Karel.| On ne.'],
  sv: ['Det gäller t. ex. Lund.| Det är allt.', 'Han kom kl. 5 och t.ex. Anna.| Hon gick.', 'Många, bl.a. Karin, kom.| De gick.'],
};

test.each(Object.entries(ENDS).flatMap(([language, texts]) => texts.map((text) => [language, text] as const)))(
  '%s: %s',
  (language, marked) => {
    const text = marked.replaceAll('|', '');
    const sentences = splitSentences(text, { language });
    expect(sentences.map((sentence) => sentence.text.replaceAll('\u200f', '').trim())).toEqual(
      marked.split('|').map((sentence) => sentence.replaceAll(/[\u200f\u200d]/g, '').trim()),
    );
    for (const { start, end, text: own } of sentences) expect(text.slice(start, end)).toBe(own);
  },
);
