/**
 * Abbreviations and sentence openers, language by language: the data of {@link splitSentences}.
 *
 * An entry with a small first letter matches its capitalised form too; one with a capital matches only so (`Mar.` is a month, `mar.` is not).
 * What has no entry, and what ends in a full stop and is followed by a capital, ends a sentence.
 */

/** Rules for one language; every list is words divided by spaces, without the final full stop. */
export interface SentenceRules {
  /** Never the end of a sentence: titles and what always has something after it. */
  readonly open?: string;
  /** The end of a sentence only where the next word is one that often opens sentences. */
  readonly either?: string;
  /** Not the end of a sentence where a number follows: `No. 5`, `S. 161`. */
  readonly number?: string;
  /** Words that open many sentences and hardly ever a name. */
  readonly starters?: string;
  /** Whether a number with a full stop is an ordinal: `3. Oktober`. */
  readonly ordinals?: boolean;
}

const ENGLISH: SentenceRules = {
  open: 'Mr Mrs Ms Mx Messrs Dr Prof Gen Lt Col Maj Capt Cpl Sgt Cmdr Adm Sen Rep Gov Pres Supt Det Insp Rev Fr Hon St Mt Ft Amb Sec Atty vs viz cf approx i.e e.g a.k.a Brig Cllr Ald',
  either:
    'Jr Sr Inc Ltd Co Corp Bros Mfg Assn Dept Univ Intl Jan Feb Aug Sept Oct Nov Dec Ave Blvd Rd Calif Conn Fla Mass Mich Minn Tenn Tex Penn Wash Wis al ed eds Esq a.m p.m A.M P.M',
  number: 'al no nos fig figs p pp vol vols ch art sec par Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec ca c tel ext',
  starters:
    'The A An He She It We They I You His Her Its Their Our My This That These Those There Here In On At By For From With After Before When While If As But And Or So Yet Not No Now Then Some Many Most All Both Each One Two What Who Why How Where According However Meanwhile Although Though Since Because During Under Until Such Another Also To Once Despite Other Others',
};

/** What of the English rules goes with every other language: titles and firms in foreign names. */
export const ENGLISH_ABROAD: SentenceRules = {
  open: 'Mr Mrs Ms Dr Prof Lt Col Maj Capt Sgt Sen Rep Rev',
  either: 'Jr Sr Inc Corp Ltd',
  starters: 'The',
};

/** Latin-script languages by tag. */
export const LATIN_RULES: Readonly<Record<string, SentenceRules>> = {
  en: ENGLISH,
  id: {
    open: 'dr drg drs dra ir prof Jl jln Gg Tn Ny Nn Sdr H Hj KH Kyai Ust Brigjen Letjen Mayjen Irjen Kombes AKBP Kompol Kol Kapt a.n u.p s.d d.a PT CV UD Fa Rp Kab Kec Kel Prov no hlm',
    either: 'Tbk M.Si S.H S.E S.T M.M S.Pd S.Kom M.Hum Ph.D dkk Bhd',
    number: 'no hal hlm ay pasal ps jil vol tel telp km rp',
    starters:
      'Ini Itu Dia Ia Mereka Kami Kita Saya Anda Pada Di Dari Dalam Dengan Untuk Namun Tetapi Tapi Dan Atau Jika Ketika Saat Setelah Sebelum Sementara Menurut Selain Karena Meski Meskipun Sebuah Seorang Para Hal Sejak Bahkan Hingga Sebagai Adapun Ada Tidak Namun Kata Ujar Bagi Oleh Akan Juga Beberapa',
  },
  ms: {
    open: 'dr prof ir En Tn Pn Cik Hj Hjh Ts Datuk Jln Lrg Kg Tmn s.d a.n PT No',
    either: 'Bhd Sdn',
    number: 'no hlm ms bil jil tel RM',
    starters:
      'Ini Itu Dia Ia Beliau Mereka Kami Kita Saya Anda Pada Di Dari Dalam Dengan Untuk Namun Tetapi Dan Atau Jika Apabila Ketika Selepas Sebelum Sementara Menurut Selain Kerana Walaupun Sebuah Seorang Para Hal Sejak Bahkan Sehingga Sebagai Ada Tidak Bagi Oleh',
  },
  de: {
    open: 's Dr Prof Hr Fr Frl Hrn Dipl Ing Mag St bzw ca vgl sog evtl ggf gem inkl exkl zzgl bspw resp insb geb gest verh ehem ev kath Abt Bd Hrsg z.B z.b d.h u.a i.d.R o.g s.o s.u u.U v.a z.T i.A v.Chr n.Chr z.Z a.D d.J d.M i.V m.E o.Ä Abb Anm',
    either: 'Jh Jhd Mio Mrd Nr Str Tel Co Jr Sr Inc e.V',
    number: 'Nr Bd S Art Abs Kap Jg H Abb Tab Ziff Mio Mrd ca Hs Str Tel vom bis',
    starters:
      'Der Die Das Den Dem Des Ein Eine Einer Einem Er Sie Es Wir Ihr Ich Man Sein Seine Ihre In Im Am An Auf Aus Bei Mit Nach Von Vor Zu Zum Zur Für Über Unter Durch Um Und Aber Oder Doch Denn Wenn Als Da Dann Dies Diese Dieser Dieses Auch So Nur Noch Nicht Hier Dort Wie Was Wer Warum Während Seit Bis Laut Zudem Jedoch Damit Dabei Dazu Daher Obwohl Weil',
    ordinals: true,
  },
  fr: {
    open: 'M MM Mme Mlle Mmes Dr Pr Me Mgr St Ste cf env av apr chap éd p.ex c.-à-d vs bd boul',
    either: 'J.-C Cie Jr Ltd Inc Co S.A',
    number: 'n no nos p pp art chap vol t fig tél al janv févr avr juil sept oct nov déc',
    starters:
      'Le La Les L Un Une Des Il Elle Ils Elles On Nous Vous Je Ce Cet Cette Ces Cela C Son Sa Ses Leur En Dans À Au Aux Sur Sous Par Pour Avec Sans Après Avant Depuis Pendant Selon Mais Et Ou Or Donc Car Si Quand Lorsque Comme Alors Ainsi Toutefois Cependant Puis Plus Tous Tout Qui Que Quel Pourquoi Certains Même',
  },
  es: {
    open: 'Sr Sra Srta Sres Dr Dra Prof Profa Lic Ing Arq Gral Cnel Tte Cap Sgto Sto Sta San Mons Excmo Ilmo Ud Uds Vd Vds D Dña Dª p.ej pág págs cf vs aprox Av Avda',
    either: 'EE.UU EE S.A Cía Jr Inc Ltd a.C d.C JJ.OO FF.AA RR.HH',
    number: 'núm n no nº pág págs p pp art cap vol t fig tel',
    starters:
      'El La Los Las Lo Un Una Unos Él Ella Ellos Ellas Nosotros Yo Usted Esto Este Esta Estos Estas Ese Esa Eso Su Sus En De Del A Al Con Sin Por Para Desde Hasta Según Tras Durante Pero Y O Si Cuando Como Aunque Porque Mientras Entonces También Además Sin Así Ya No Se Hay Que Quien Qué Más Todos Cada Otro Otros Muchos Algunos',
  },
  pt: {
    open: 'Sr Sra Srta Srs Dr Dra Drs Prof Profa Eng Exmo Exma Gen Cel Cap Ten Sgt Sto Sta D pág págs p.ex cf vs aprox Av R Pe',
    either: 'S.A Ltda Cia Jr EUA E.U.A a.C d.C',
    number: 'n no nº núm pág págs p pp art cap vol fig tel',
    starters:
      'O A Os As Um Uma Uns Ele Ela Eles Elas Nós Eu Você Isto Isso Este Esta Estes Estas Esse Essa Seu Sua Seus Em No Na Nos Nas De Do Da Dos Das Ao À Com Sem Por Para Desde Até Segundo Após Durante Mas E Ou Se Quando Como Embora Porque Enquanto Então Também Além Assim Já Não Há Que Quem Mais Todos Cada Outro Outros Muitos Alguns Pelo Pela',
  },
  it: {
    open: 'sig sigg sig.ra dott dott.ssa prof prof.ssa ing avv arch geom rag on sen gen col cap ten s S Ss Mons don cfr p.es es vs ca pag pagg',
    either: 'S.p.A S.r.l a.C d.C Jr',
    number: 'n nn nr pag pagg p pp art artt cap vol fig tel',
    starters:
      "Il Lo La I Gli Le L Un Uno Una Egli Lui Lei Essi Loro Noi Io Questo Questa Questi Queste Quello Quella Il Suo Nel Nella Nei In Di Del Della Dei A Al Alla Con Senza Per Da Dal Dalla Su Sul Secondo Dopo Durante Ma E O Se Quando Come Anche Perché Mentre Allora Inoltre Così Già Non C'è Che Chi Più Tutti Ogni Altri Molti Alcuni Tuttavia",
  },
  nl: {
    open: 'dhr mevr mw dr drs ir ing mr prof ds st jhr enz bv bijv m.b.t d.w.z t.o.v i.p.v o.a o.l.v m.a.w t.a.v i.v.m a.u.b z.g zgn ca resp incl excl nl vgl blz',
    either: 'N.V B.V jl a.s Chr v.Chr n.Chr jr sr',
    number: 'nr nrs blz dd p art hfst vol fig tel',
    starters:
      'De Het Een Hij Zij Ze Het We Wij Ik Je U Dit Dat Deze Die Zijn Haar Hun In Op Aan Bij Met Na Van Voor Naar Uit Over Onder Door Om En Maar Of Want Als Toen Dan Ook Zo Nog Niet Hier Daar Er Wie Wat Waarom Terwijl Sinds Volgens Tot Tijdens Hoewel Omdat Daarnaast Echter',
  },
  pl: {
    open: 'dn dr prof hab mgr inż ks św ul al pl os gen płk ppłk mjr kpt por ppor sierż im tzw tzn np m.in ds wg por zob ok mec red abp bp o s',
    either: 'r w proc godz mln mld tys zł gr św n.e p.n.e',
    number: 'nr s str art ust pkt par poz godz t rys tab tel ok ul',
    starters:
      'On Ona Ono Oni One My Ja Ty Wy To Ten Ta Te Tego Tym Jego Jej Ich W We Na Z Ze Do Od Po Przed Przez Dla Przy Pod Nad Za O U I A Ale Lub Albo Jednak Gdy Kiedy Jeśli Jeżeli Jak Ponieważ Bo Więc Także Również Tak Nie Już Jest Są Kto Co Dlaczego Podczas Według Mimo Choć Chociaż Po Wszyscy Każdy Inni Wiele Niektórzy',
    ordinals: true,
  },
  tr: {
    open: 'Dr Prof Doç Yrd Av Sn Alb Gen Org Korg Tümg Yzb Tğm Bnb Hz St Müh Öğr bkz vb örn yy T.C Mah Cad Sok',
    either: 'vs vd A.Ş Ltd Şti M.Ö M.S',
    number: 'no nr s ss mad md c cilt sf tel',
    starters:
      'Bu Şu O Onlar Biz Ben Siz Sen Bir Bunun Buna Bunlar Ancak Fakat Ama Ve Veya Eğer Çünkü Daha Sonra Önce Ayrıca Her Hiç Bazı Birçok Tüm Bütün Bunu Böyle Kim Ne Neden Nasıl Nerede Yine Artık Şimdi Göre Hem Öte En Çok İlk',
    ordinals: true,
  },
  vi: {
    open: 'TP Tp Q P TS Ths ThS PGS GS BS KS CN LS v.d vd tr',
    either: 'vv',
    number: 'số tr tr t điều',
    starters:
      'Ông Bà Anh Chị Họ Chúng Tôi Nó Đây Đó Này Trong Ngoài Trên Dưới Tại Từ Đến Với Cho Theo Sau Trước Khi Nếu Nhưng Và Hoặc Tuy Mặc Vì Do Bởi Một Các Những Mỗi Mọi Nhiều Không Có Cũng Còn Hiện Ngày Năm Việc Để Được Là',
  },
};

/** Rules of all other scripts together: their words cannot be confused. */
export const OTHER_SCRIPT_RULES: readonly SentenceRules[] = [
  {
    open: 'им гор ул пр просп пер наб обл р-н пос дер см ср напр т.е т.н т.к проф акад доц канд инж ген полк кап лейт св о т н к д рис табл вул пров буд р-н тзв напр ім пос с',
    either: 'г гг в вв руб коп млн млрд трлн тыс чел кв др пр м км кг т.д т.п н.э р рр ст грн тис т.і ін н.е р.р',
    number: 'стр с гл ст п пп рис табл № д кв т рік см',
    starters:
      'Вот Сначала Впоследствии Затем Он Она Оно Они Мы Я Вы Ты Это Этот Эта Эти Того Его Её Ее Их В Во На Из От До По При За Под Над Для Без Через После Перед Между О Об К Со С И А Но Или Однако Если Когда Как Так Тогда Также Поэтому Потому Не Нет Уже Ещё Еще Кто Что Где Почему По Согласно Хотя Пока Все Каждый Другие Многие Некоторые У Там Здесь Він Вона Воно Вони Ми Ви Ти Це Цей Ця Ці Його Її Їх У Із З Від До Після Перед Між Про Та Але Або Проте Однак Якщо Коли Як Тоді Також Тому Ні Вже Ще Хто Що Де Чому Згідно Хоча Поки Всі Кожен Інші Багато Деякі',
  },
  {
    open: 'κ κα κος κκ δρ καθ Αγ αγ π.χ δηλ βλ πρβλ σελ αρ λεωφ οδ στρ ταξ υπ',
    either: 'κ.λπ κ.ά κλπ μ.Χ π.Χ π.μ μ.μ κ.α Α.Ε χιλ εκ δισ',
    number: 'αρ σελ σ άρθ τόμ τηλ εικ',
    starters:
      'Ο Η Το Οι Τα Τον Την Του Της Των Ένας Μια Μία Ένα Αυτός Αυτή Αυτό Αυτοί Αυτές Αυτά Εμείς Εγώ Εσείς Στο Στη Στην Στον Στα Στις Από Με Για Σε Κατά Μετά Πριν Και Αλλά Ή Όμως Αν Όταν Όπως Έτσι Τότε Επίσης Δεν Όχι Ήδη Ακόμη Ποιος Τι Πού Γιατί Σύμφωνα Ενώ Καθώς Όλοι Κάθε Άλλοι Πολλοί Μερικοί',
  },
  { open: 'डॉ डा श्री प्रो पं कु स्व सं रु ई पू' },
  { open: 'د أ م ص ج هـ ق ت' },
  { open: 'ดร นาย นาง พล พ ต ท อ ร ส น ศ ผศ รศ ม ว จ กม กก ซม' },
  { open: 'ד״ר פרופ עו' },
];

/** Thai: what the next words of a stretch say about the blank before it, and the last words about the blank after it. */
export const THAI_RULES = {
  /** Open many sentences and are rare elsewhere. */
  openers:
    'อย่างไรก็ตาม นอกจาก ดังนั้น ต่อมา จากนั้น หลังจากนั้น ก่อนหน้านี้ ขณะเดียวกัน ในขณะ ในวัน ในปี เมื่อ เขา เธอ พวกเขา ผม ฉัน เรา มัน นี่ นั่น หาก ถ้า แม้ ทั้งนี้ สำหรับ ตามที่ ตามราย ปัจจุบัน ล่าสุด ทุก บาง หลาย ทั้งสอง แต่ละ สิ่ง คน คุณ พื้นที่ ประเทศ เมือง อีก ด้วยเหตุ เพราะ เนื่องจาก เพื่อ ตั้งแต่ ระหว่าง ภายใน ครั้ง ใน'.split(
      ' ',
    ),
  /** Open clauses as well as sentences. */
  clauseOpeners: 'แต่ การ ความ ผู้ นาย นาง ประธาน นัก โดย มี ที่ จาก ตาม รายงาน ดร.'.split(' '),
  /** What they end goes on. */
  goingOn: 'ว่า และ หรือ ของ คือ เช่น ได้แก่ โดย กับ ใน ที่ เป็น ณ , : ๆ'.split(' '),
} as const;
