import type { NumberWords } from '../number-words.ts';

/** English. */
export const en: NumberWords = {
  decimal: '.',
  complete: true,
  yearHalves: true,
  add: 'zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fourty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90',
  multiply: 'hundred=100 thousand=1e3 million=1e6 billion=1e9 trillion=1e12',
  ordinals:
    'third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30 fortieth=40 fiftieth=50 sixtieth=60 seventieth=70 eightieth=80 ninetieth=90 hundredth=100 thousandth=1e3',
  parts: 'thirds=3 quarter=4 quarters=4 fourths=4 fifths=5 sixths=6 sevenths=7 eighths=8 ninths=9 tenths=10 hundredths=100',
  loose:
    'first=1 second=2 single=1 once=1 twice=2 thrice=3 both=2 pair=2 couple=2 double=2 doubled=2 triple=3 tripled=3 quadruple=4 half=0.5 halved=0.5 quarter=0.25 dozen=12 decade=10 century=100 trio=3 quartet=4 twins=2 twin=2 million=1e6 billion=1e9 thousand=1e3 hundred=100 tens=10 quarters=4 fortnight=14 duo=2 none=0 no=0 millennium=1e3 semi=0.5 percent=100 primary=1 secondary=2 bi=2 tri=3 nil=0 zeroth=0 solo=1 alone=1 ones=1 noon=12 midnight=0 overnight=1',
  spans: 'century decade dozen',
  common: 'one',
  commonOrdinals: 'first second',
  suffixes: 'k=1e3 m=1e6 mn=1e6 mln=1e6 b=1e9 bn=1e9 bln=1e9 tn=1e12 trn=1e12',
  joiners: 'and',
  percent: 'percent|per cent|percentage point|pct',
  half: 'and a half|and one half|and-a-half|-and-a-half',
  point: 'point',
};

const malayFamily = {
  decimal: ',',
  complete: true,
  add: 'nol=0 kosong=0 satu=1 dua=2 tiga=3 empat=4 lima=5 enam=6 tujuh=7 delapan=8 lapan=8 sembilan=9 sepuluh=10 sebelas=11 seratus=100 seribu=1000',
  multiply: 'puluh=10 ratus=100 ribu=1e3 juta=1e6 miliar=1e9 milyar=1e9 bilion=1e9 triliun=1e12 trilyun=1e12 trilion=1e12',
  plus: 'belas=10',
  fractions:
    'sepertiga=3 seperempat=4 seperlima=5 seperenam=6 sepertujuh=7 seperdelapan=8 sepersembilan=9 sepersepuluh=10 seperseratus=100 seperseribu=1000',
  ending: 'nya',
  parts: 'pertiga=3 perempat=4 perlima=5 perenam=6 pertujuh=7 perdelapan=8 perlapan=8 persembilan=9 persepuluh=10 perseratus=100',
  ordinals:
    'kedua=2 ketiga=3 keempat=4 kelima=5 keenam=6 ketujuh=7 kedelapan=8 kelapan=8 kesembilan=9 kesepuluh=10 kesebelas=11 ketiganya=3 keempatnya=4 kelimanya=5 keenamnya=6 ketujuhnya=7 kedelapannya=8 kesembilannya=9 kesepuluhnya=10',
  loose:
    'satu=1 pertama=1 pertamanya=1 kedua=2 keduanya=2 sejuta=1e6 semiliar=1e9 setriliun=1e12 sebilion=1e9 setengah=0.5 separuh=0.5 separuhnya=0.5 paruh=0.5 suku=0.25 selusin=12 lusin=12 sepasang=2 pasang=2 pasangan=2 sekali=1 seorang=1 sebuah=1 seekor=1 sehari=1 setahun=1 sebulan=1 seminggu=1 sejam=1 semalam=1 setiap=1 tunggal=1 ganda=2 dwi=2 tri=3 dekade=10 dasawarsa=10 abad=100 sedekade=10 seabad=100 kembar=2 berdua=2 bertiga=3 berempat=4 berlima=5 kuartal=0.25 milenium=1e3 primer=1 sekunder=2 tengah=0.5 sendirian=1',
  spans: 'abad dekade dasawarsa lusin',
  common: 'satu',
  commonOrdinals: 'pertama',
  suffixes: 'jt=1e6 rb=1e3 m=1e9 k=1e3 t=1e12',
  percent: 'persen|prosen|peratus|per seratus',
  half: 'setengah',
  point: 'koma',
} as const satisfies NumberWords;

/** Indonesian. */
export const id: NumberWords = malayFamily;

/** Malay: as Indonesian, with English marks. */
export const ms: NumberWords = { ...malayFamily, decimal: '.', suffixes: 'm=1e6 k=1e3 b=1e9', point: 'perpuluhan' };

/** Spanish. */
export const es: NumberWords = {
  decimal: ',',
  sureFrom: 3,
  blanks: true,
  add: 'cero=0 un=1 uno=1 una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 catorce=14 quince=15 dieciséis=16 dieciseis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veintiún=21 veintiuno=21 veintidós=22 veintitrés=23 veinticuatro=24 veinticinco=25 veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 doscientos=200 doscientas=200 trescientos=300 trescientas=300 cuatrocientos=400 cuatrocientas=400 quinientos=500 quinientas=500 seiscientos=600 seiscientas=600 setecientos=700 setecientas=700 ochocientos=800 ochocientas=800 novecientos=900 novecientas=900',
  multiply: 'mil=1e3 millón=1e6 millones=1e6 billón=1e12 billones=1e12',
  ordinals:
    'tercero=3 tercera=3 tercer=3 cuarto=4 cuarta=4 quinto=5 quinta=5 sexto=6 sexta=6 séptimo=7 séptima=7 octavo=8 octava=8 noveno=9 novena=9 décimo=10 décima=10',
  parts: 'tercios=3 cuartos=4 quintos=5 quintas=5 décimos=10',
  loose:
    'primer=1 primero=1 primera=1 segundo=2 segunda=2 ambos=2 ambas=2 par=2 doble=2 dobles=2 triple=3 medio=0.5 media=0.5 mitad=0.5 tercio=0.333333333333 docena=12 década=10 siglo=100 decenas=10 única=1 único=1 mediodía=12 medianoche=0 quincena=15',
  suffixes: 'm=1e6 mm=1e9',
  joiners: 'y',
  percent: 'por ciento|por cien',
  half: 'y medio|y media',
};

/** Portuguese. */
export const pt: NumberWords = {
  decimal: ',',
  sureFrom: 3,
  blanks: true,
  add: 'zero=0 um=1 uma=1 dois=2 duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12 treze=13 catorze=14 quatorze=14 quinze=15 dezesseis=16 dezasseis=16 dezessete=17 dezassete=17 dezoito=18 dezenove=19 dezanove=19 vinte=20 trinta=30 quarenta=40 cinquenta=50 cinqüenta=50 sessenta=60 setenta=70 oitenta=80 noventa=90 cem=100 cento=100 duzentos=200 duzentas=200 trezentos=300 trezentas=300 quatrocentos=400 quinhentos=500 quinhentas=500 seiscentos=600 setecentos=700 oitocentos=800 novecentos=900',
  multiply: 'mil=1e3 milhão=1e6 milhões=1e6 bilhão=1e9 bilhões=1e9 bilião=1e12 trilhão=1e12 trilhões=1e12',
  ordinals:
    'terceiro=3 terceira=3 quarto=4 quarta=4 quinto=5 quinta=5 sexto=6 sexta=6 sétimo=7 sétima=7 oitavo=8 oitava=8 nono=9 nona=9 décimo=10 décima=10',
  parts: 'terços=3 quartos=4 quintos=5 décimos=10',
  loose:
    'primeiro=1 primeira=1 segundo=2 segunda=2 ambos=2 ambas=2 par=2 dupla=2 duplo=2 dobro=2 triplo=3 meio=0.5 meia=0.5 metade=0.5 terço=0.333333333333 dúzia=12 década=10 século=100 único=1 única=1',
  suffixes: 'mi=1e6 bi=1e9 tri=1e12 m=1e6',
  joiners: 'e',
  percent: 'por cento|porcento',
  half: 'e meio|e meia',
};

/** French. */
export const fr: NumberWords = {
  decimal: ',',
  sureFrom: 3,
  blanks: true,
  twenties: 'vingt vingts',
  add: 'zéro=0 un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16 vingt=20 vingts=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 huitante=80 nonante=90',
  multiply: 'cent=100 cents=100 mille=1e3 million=1e6 millions=1e6 milliard=1e9 milliards=1e9 billion=1e12 billions=1e12',
  ordinals: 'troisième=3 quatrième=4 cinquième=5 sixième=6 septième=7 huitième=8 neuvième=9 dixième=10 vingtième=20 centième=100',
  parts: 'tiers=3 quarts=4 cinquièmes=5 dixièmes=10',
  loose:
    'premier=1 première=1 second=2 seconde=2 deuxième=2 paire=2 couple=2 double=2 triple=3 demi=0.5 demie=0.5 moitié=0.5 tiers=0.333333333333 quart=0.25 douzaine=12 dizaine=10 dizaines=10 décennie=10 siècle=100 quinzaine=15 vingtaine=20 trentaine=30 centaine=100 millier=1e3 seul=1 seule=1 midi=12 minuit=0',
  suffixes: 'm=1e6 md=1e9 mds=1e9 mrd=1e9 k=1e3',
  joiners: 'et',
  percent: 'pour cent|pourcent',
  half: 'et demi|et demie',
};

/** German. */
export const de: NumberWords = {
  decimal: ',',
  sureFrom: 3,
  blanks: true,
  compound: true,
  add: 'null=0 ein=1 zwei=2 zwo=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 sechzehn=16 siebzehn=17 dreizehn=13 vierzehn=14 fünfzehn=15 achtzehn=18 neunzehn=19 zwanzig=20 dreißig=30 dreissig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90',
  multiply: 'hundert=100 tausend=1e3 million=1e6 millionen=1e6 milliarde=1e9 milliarden=1e9 billion=1e12 billionen=1e12',
  ordinals:
    'dritte=3 dritten=3 dritter=3 vierte=4 vierten=4 vierter=4 fünfte=5 fünften=5 sechste=6 sechsten=6 siebte=7 siebten=7 achte=8 achten=8 neunte=9 neunten=9 zehnte=10 zehnten=10',
  parts: 'drittel=3 viertel=4 fünftel=5 sechstel=6 achtel=8 zehntel=10',
  loose:
    'eins=1 eine=1 einen=1 einem=1 einer=1 eines=1 erste=1 ersten=1 erster=1 erstes=1 zweite=2 zweiten=2 zweiter=2 zweites=2 beide=2 beiden=2 paar=2 doppelt=2 doppelte=2 dreifach=3 halb=0.5 halbe=0.5 halben=0.5 hälfte=0.5 anderthalb=1.5 eineinhalb=1.5 zweieinhalb=2.5 dreieinhalb=3.5 dutzend=12 jahrzehnt=10 jahrhundert=100 einmal=1 zweimal=2 dreimal=3 viertel=0.25',
  suffixes: 'mio=1e6 mrd=1e9 tsd=1e3 bio=1e12',
  joiners: 'und',
  percent: 'prozent',
};

/** Dutch. */
export const nl: NumberWords = {
  decimal: ',',
  compound: true,
  add: 'nul=0 een=1 één=1 twee=2 drie=3 vier=4 vijf=5 zes=6 zeven=7 acht=8 negen=9 tien=10 elf=11 twaalf=12 dertien=13 veertien=14 vijftien=15 zestien=16 zeventien=17 achttien=18 negentien=19 twintig=20 dertig=30 veertig=40 vijftig=50 zestig=60 zeventig=70 tachtig=80 negentig=90',
  multiply: 'honderd=100 duizend=1e3 miljoen=1e6 miljard=1e9 biljoen=1e12',
  ordinals: 'derde=3 vierde=4 vijfde=5 zesde=6 zevende=7 achtste=8 negende=9 tiende=10',
  loose:
    'eerste=1 tweede=2 beide=2 paar=2 dubbel=2 dubbele=2 half=0.5 halve=0.5 helft=0.5 anderhalf=1.5 dozijn=12 decennium=10 eeuw=100 kwart=0.25 tweemaal=2 driemaal=3 eenmaal=1',
  suffixes: 'mln=1e6 mld=1e9',
  joiners: 'en ën',
  percent: 'procent',
};

/** Italian. */
export const it: NumberWords = {
  decimal: ',',
  compound: true,
  add: 'zero=0 un=1 uno=1 due=2 tre=3 tré=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 undici=11 dodici=12 tredici=13 quattordici=14 quindici=15 sedici=16 diciassette=17 diciotto=18 diciannove=19 venti=20 vent=20 trenta=30 trent=30 quaranta=40 quarant=40 cinquanta=50 cinquant=50 sessanta=60 sessant=60 settanta=70 settant=70 ottanta=80 ottant=80 novanta=90 novant=90',
  multiply: 'cento=100 mille=1e3 mila=1e3 milione=1e6 milioni=1e6 miliardo=1e9 miliardi=1e9',
  ordinals:
    'terzo=3 terza=3 quarto=4 quarta=4 quinto=5 quinta=5 sesto=6 sesta=6 settimo=7 settima=7 ottavo=8 ottava=8 nono=9 nona=9 decimo=10 decima=10',
  parts: 'terzi=3 quarti=4 quinti=5 decimi=10',
  loose:
    'una=1 primo=1 prima=1 secondo=2 seconda=2 entrambi=2 entrambe=2 coppia=2 paio=2 doppio=2 doppia=2 triplo=3 mezzo=0.5 mezza=0.5 metà=0.5 dozzina=12 decina=10 decine=10 decennio=10 secolo=100 ventina=20 trentina=30 unico=1 unica=1',
  suffixes: 'mln=1e6 mld=1e9',
  percent: 'per cento|percento',
  half: 'e mezzo|e mezza',
};

/** Turkish. */
export const tr: NumberWords = {
  decimal: ',',
  add: 'sıfır=0 iki=2 üç=3 dört=4 beş=5 altı=6 yedi=7 sekiz=8 dokuz=9 on=10 yirmi=20 otuz=30 kırk=40 elli=50 altmış=60 yetmiş=70 seksen=80 doksan=90',
  multiply: 'yüz=100 bin=1e3 milyon=1e6 milyar=1e9 trilyon=1e12',
  ordinals: 'üçüncü=3 dördüncü=4 beşinci=5 altıncı=6 yedinci=7 sekizinci=8 dokuzuncu=9 onuncu=10',
  loose: 'bir=1 ilk=1 birinci=1 ikinci=2 çift=2 yarım=0.5 yarısı=0.5 buçuk=0.5 düzine=12 yüzyıl=100 çeyrek=0.25',
  suffixes: 'bin=1e3 milyon=1e6 milyar=1e9',
  percent: 'yüzde',
};

/** Vietnamese. */
export const vi: NumberWords = {
  decimal: ',',
  add: 'không=0 hai=2 ba=3 bốn=4 tư=4 năm=5 lăm=5 sáu=6 bảy=7 bẩy=7 tám=8 chín=9 mười=10',
  multiply: 'mươi=10 trăm=100 nghìn=1e3 ngàn=1e3 triệu=1e6 tỷ=1e9 tỉ=1e9',
  loose: 'một=1 nhất=1 nhì=2 đôi=2 cặp=2 nửa=0.5 rưỡi=0.5 tá=12 thập=10 kỷ=100',
  percent: 'phần trăm',
};
