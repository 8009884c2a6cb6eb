/**
 * How languages negate. `sure` words negate a statement; `hint` words can stand for a negation in a translation (fail, lack, refuse, unlike, only), and keep the
 * rule silent. A bar between entries; `*` for any ending, an underscore for a blank; `quiet` phrases hold a negator that negates nothing (not only).
 */
export interface NegationWords {
  readonly sure: string;
  readonly hint: string;
  readonly quiet?: string;
  /** Words for only; where a language says not only in one phrase that holds no other word, those phrases. */
  readonly only?: string;
  readonly notOnly?: string;
  /** Words that say the same as not only: both … and, also. */
  readonly also?: string;
  /** Whether the entries are looked for as characters, in scripts that set no blanks. */
  readonly characters?: boolean;
}

const malay: NegationWords = {
  also: 'juga|maupun|sekaligus|bahkan',
  only: 'hanya|hanyalah|cuma|sekadar|sekedar|semata',
  sure: 'tidak|tak|bukan|belum|jangan|tanpa|tiada|enggak|nggak|takkan|tanpaku|tanpamu|tanpanya|bukanlah|tidaklah|tidakkah|janganlah|belumlah',
  quiet:
    'jangan_ragu|tidak_seperti|tak_seperti|tidak_sengaja|tak_sengaja|tanpa_batas|tidak_apa|tak_lebih_dari|tidak_lebih_dari|atau_tidak|ataupun_tidak|atau_belum|bukan_begitu|bukankah|tidak_jarang|tak_jarang|tidak_lain|mau_tidak_mau|tidak_peduli|sebelum|tidak_lama|tak_lama|tidak_terlalu_lama|tidak_sedikit|tak_sedikit|tidak_asing|tak_asing|jika_tidak|kalau_tidak',
  hint: 'kurang|gagal*|kegagalan|menolak|penolakan|ditolak|mustahil|sulit|kecuali|ingat|ingatlah|jarang|sedikit|dilarang|larangan|melarang|terlarang|mencegah|menghindar*|dihindari|terhindar|hilang|kehilangan|berhenti|menghentikan|bebas|terbebas|melainkan|daripada|ketidak*|nir*|non|non*|!nonethe|!none|anti*|minim*|nihil|kosong|enggan|batal|alih|sebelum_pernah|abai|mengabaikan|ilegal|peduli|kebal|lupa|susah|melepas*|lepas|selain|baru|salah|bukannya|jauh_dari',
};

/** Negation by base language; a language that is not here is not checked. */
export const NEGATION_WORDS: Readonly<Record<string, NegationWords>> = {
  en: {
    also: 'both|also|too|alike|even',
    only: 'only|just|simply|merely|solely',
    sure: "not|never|no|none|nobody|nothing|nowhere|neither|cannot|without|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|won't|wouldn't|can't|couldn't|shouldn't|hasn't|haven't|hadn't|mustn't|needn't|ain't|mightn't",
    quiet:
      "without_borders|not_hesitate|don't_hesitate|never_hesitate|don't_forget|not_forget|never_forget|no_matter|no_doubt|no_wonder|no_sooner|nothing_but|nothing_else|not_to_mention|no_less_than|whether_or_not|or_not|no_one_but|not_unlike|not_uncommon|none_other|not_long|yes_or_no|no_more_than|nothing_more_than|no_other_than|no_later_than|not_until|no_earlier|no_fewer_than|not_least|why_not|cannot_but|cannot_help|why_don't|if_not|last_but_not_least|can't_help|no_stranger|not_so_much",
    hint: 'nor|least|fail*|lack*|refus*|deny|denie*|denying|unable|inability|hardly|barely|scarcely|rarely|seldom|few|fewer|little|less|except|unless|instead|rather|avoid*|prevent|prevents|prevented|stop|stops|stopped|stopping|cease*|ban|banned|bans|prohibit*|forbid*|forbidden|impossib*|absen*|free|rid|missing|missed|reject*|declined|against|too|illegal*|un*|!under|!unit|!unio|!univ|!uniq|!until|!unif|!unani|!unic|!unesco|!uncles|!understand|!underst|non|non*|!nonethe|!none|in*able|in*ible|im*able|im*ible|ir*able|inac*|inad*|inappropri*|incap*|incompe*|incomple*|inconven*|inconcl*|invia*|reluctan*|minimi*|minimal|underre*|inconsist*|incorrect*|indecis*|indiffer*|indirect*|ineff*|inequal*|inevit*|inexact*|inexp*|infert*|infinit*|inflexib*|informal*|infreq*|inhosp*|inhuman*|injustice*|innumer*|insan*|insecur*|insens*|insignif*|insinc*|insuff*|intoler*|invalid*|invisib*|involunt*|immatur*|immoral*|immort*|immob*|impart*|impass*|impatien*|imperf*|imperson*|impolit*|impract*|improb*|improp*|irrat*|irreg*|irrel*|irrep*|irresp*|irrev*|irred*|balk*|spared|halt*|hate|hates|hated|scant*|indefinit*|asynchron*|accident*|outstanding|awaited|illegib*|illegit*|illiter*|illogic*|disabl*|disagree*|disallow*|disappear*|disapprov*|discourag*|dislik*|disobe*|disregard*|displeas*|dissatisf*|disinterest*|unlike|asympt*|atyp*|abnormal*|neglect*|ignor*|hidden|exempt*|exclud*|*less|*lessly|nary|last_thing|keep_from|kept_from|keeps_from|otherwise|familiar|hostile|shy|blind*|lose|loses|losing|away_from|other_than|anything_but|far_from|yet_to|still_being|alone|out_of|loss_of|sorry|forget|forgot|forgotten|exotic|rude|short_of|ceased|deprived|devoid|shortage|shortages|poor*|keeps|invariab*|dead|wrong|hard_to|difficult_to|nowhere_near|contraindic*|outside|difficult|impunity|amok|shut|expired|broken|waterproof|immune|opposed|contrary|beyond|overlook*|than',
  },
  id: malay,
  ms: {
    ...malay,
    sure: `${malay.sure}|usah|mahu`.replace('|mahu', ''),
    hint: `${malay.hint}|elak*|mengelak*|halang*|menghalang*|enggan|gagal`,
  },
  zh: {
    characters: true,
    only: '只|仅|唯|就',
    also: '也|还|既|又|而且|并且|以及|同时|都',
    notOnly: '不仅|不仅仅|不单|不单单|不只|不光',
    sure: '不|没|沒|未|无法|無法|毫无|毫無|并无|並無|无需|無需|无须|无权|无从|无力|从无|再无|无任何|并非|並非|而非|绝非|决非|别再|别让|别去|别想|别忘|别说|别管|别担心|别用|别把|别做|别太|切勿|请勿|勿|不便宜|尚无|仍无|不一定|不知道|不安全|不满足|不满意|不利用|不足以|不公开|不公布|不当作|不解决|不解释|不解除|不明白|不明确|不适合|不适用|不等于|不等待|不停止|不信任|不同意|不便于|不足为奇',
    quiet:
      '到不行|荒诞不经|不仅|不仅仅|不僅|不单|不单单|不只|不光|不但|不分|不紊|不慌不忙|潜没|不要忘|那不勒斯|无异|不断|不斷|不久|不少|不同|不如|不可知|各不相同|不管|不论|不論|无论|無論|不过|不過|不得不|不妨|不错|不錯|不禁|不由得|不失为|不愧|不外乎|不亚于|不下|不相上下|无疑|無疑|毫无疑问|毫無疑問|未来|未來|未婚|未必|否则|否則|是否|与否|能否|可否|没收|沒收|没落|淹没|淹沒|沉没|埋没|出没|没药|并非不|不无|无不|不一|不至于|不定|不时|不時|不停|不已|不止|不惜|不幸|不良|不利|不满|不滿|不足|不安|不锈|不鏽|不易|不懈|不朽|不法|不明原因|不明身份|不明飞行|不信|迫不及待|不等|不可避免|不可或缺|不得而知|络绎不绝|不可思议|不倒|不知不觉|知不知道|是不是|会不会|能不能|好不好|有没有|要不要|不是吗|不是嗎|不丹|不列颠|不列顛|不莱梅|不来梅|布不|说不定|不计其数|不胜|不拘|不屑|不慎|不俗|不凡|不速|不堪|不适|不適|不便|不稳|不平|不公|不均|不善|不祥|不孕|不育|不当|不當|不法|不规则|不远|不遠|不难|不難|不解|不了了之|差不多|对不起|忍不住|不客气|没关系|沒關係|没问题|忍俊不禁|无所不|势不可挡|不可估量|不可磨灭|不可分割|不动产|不動產|不可抗|要不|莫不|未成年|未知|未遂|前所未有|从未有过|未经',
    hint: '不|没|沒|未|无|無|非|别|別|勿|莫|否|缺|失|拒|难以|難以|免|避免|防止|禁|止|记住|除|罕|忽|绝|乏|才|消|忘|丧|尚|放弃|避|逃|空缺|排除|尽管|盲|替代|而是|反而|少|停|欠|脱|直到|断|弃',
  },
  es: {
    sure: 'no|nunca|jamás|nadie|nada|ningún|ninguno|ninguna|tampoco',
    quiet:
      'no_solo|no_sólo|no_solamente|no_obstante|no_importa|sin_embargo|sin_duda|sin_dudas|si_no|o_no|no_hay_duda|nada_más|no_más_de|sin_precedentes|no_fue_hasta|no_menos_de',
    hint: 'sin|ni|falta*|fall*|carec*|negar*|negó|neg*|impos*|difícil*|apenas|poco*|poca*|salvo|excepto|menos|solo|sólo|únicamente|evit*|impid*|imped*|prohib*|rechaz*|libre*|contra|en_lugar|ausen*|des*|in*|im*|ir*|raro*|rara*|demasiado*|aunque|hasta|pero|dej*|perd*|mal*|alguno|alguna|algún',
  },
  pt: {
    sure: 'não|nunca|jamais|ninguém|nada|nenhum|nenhuma',
    quiet: 'não_só|não_apenas|não_somente|não_obstante|não_importa|sem_dúvida|ou_não|nem_todos|nada_mais|sem_precedentes|nem_sempre',
    hint: 'nem|sem|falt*|falh*|carec*|neg*|impos*|difícil*|mal|pouco*|pouca*|exceto|salvo|menos|só|somente|apenas|evit*|imped*|proib*|rejeit*|recus*|livre*|contra|ausên*|des*|in*|im*|ir*|raro*|rara*|demais|embora|até|mas|deix*|perd*|algum|alguma|tampouco',
  },
  fr: {
    sure: "pas|jamais|rien|aucun|aucune|n'est|n'a|n'ont|n'était|nul|nulle",
    quiet: 'pas_seulement|pas_que|non_seulement|sans_doute|pas_moins|ou_pas|sans_précédent|pas_uniquement|sans_aucun_doute',
    hint: "sans|ne|personne|n'*|ni|non|manqu*|échou*|refus*|ni*|impos*|difficil*|peu|sauf|excepté|moins|seul*|uniquement|évit*|empêch*|interdi*|rejet*|libre*|contre|absen*|dé*|in*|im*|ir*|rare*|trop|bien_que|malgré|jusqu*|mais|perd*|mal*|plus|guère|hormis|plutôt|lieu",
  },
  de: {
    sure: 'nicht|nie|niemals|nichts|niemand|niemandem|niemanden|kein|keine|keinen|keinem|keiner|keines|weder|nirgendwo|nirgends',
    quiet: 'nicht_nur|nicht_allein|nicht_bloß|nicht_zuletzt|oder_nicht|ob_oder_nicht|nicht_selten|nichts_anderes|nicht_weniger',
    hint: 'ohne|noch|fehl*|scheiter*|weiger*|leugn*|un*|kaum|selten|wenig*|nur|außer|ausnahm*|statt|anstatt|sondern|verhinder*|vermeid*|verbot*|verbiet*|verweiger*|ablehn*|lehnt*|frei*|los|*los|*lose|*losen|*frei|gegen|abwesen*|miss*|des*|in*|im*|ir*|zu|obwohl|trotz*|erst|bis|aber|verl*|schlecht*|schwer*|schwierig*|mangel*|nein|wider*|anders*|nicht*',
  },
  ru: {
    sure: 'не|нет|никогда|ничего|никто|никого|никому|никаких|никакого|нельзя|ничто|никакой',
    quiet: 'не_только|не_просто|не_менее|не_более|не_важно|не_раз|тем_не_менее|или_нет|не_исключено|не_считая|без_сомнения|ни_один_из_иных',
    hint: 'ни|без|не*|бес*|без*|отсутств*|отказ*|отверг*|отриц*|отриц*|невозм*|трудн*|едва|мало|мал*|редко|кроме|лишь|только|избеж*|избег*|предотвр*|запре*|против*|вместо|лиш*|свобод*|слишком|хотя|однако|но|пока|потер*|плох*|прекра*|утрат*|ис*|дис*|ни*|анти*|вопреки|вне|до',
  },
  uk: {
    sure: 'не|немає|ніколи|нічого|ніхто|нікого|жодн*|неможна|ніщо|ніякий',
    quiet: 'не_лише|не_тільки|не_просто|не_менш|не_більш|тим_не_менш|чи_ні|не_менше|не_більше',
    hint: 'ні|без|не*|без*|відсутн*|відмов*|запереч*|важк*|ледь|мало|рідк*|крім|лише|тільки|уник*|запоб*|заборон*|проти*|замість|позбав*|вільн*|надто|хоча|але|поки|втрат*|поган*|припин*|анти*|попри|поза|до|ні*',
  },
  el: {
    sure: 'δεν|μη|όχι|ποτέ|τίποτα|τίποτε|ούτε',
    quiet: 'όχι_μόνο|ή_όχι|όχι_απλά|όχι_απλώς|δεν_είναι_μόνο',
    hint: 'μην|καμία|κανένα|κανένας|κανείς|δίχως|χωρίς|λείπ*|έλλειψ*|απέτυχ*|αποτυ*|αρν*|αδύνατ*|δύσκολ*|μόλις|σπάνι*|λίγ*|εκτός|μόνο|αποφ*|εμπόδ*|απαγορ*|απορρ*|αντί|αντίθ*|ελεύθερ*|απουσ*|α*|αν*|πολύ|παρά|αν_και|αλλά|μέχρι|έως|χαμέν*|κακ*|σταμ*|κανέν*|μηδ*|ουδ*|όμως',
  },
  it: {
    sure: "non|mai|niente|nulla|nessun|nessuno|nessuna|neanche|nemmeno|neppure|nessun'altra",
    quiet: 'non_solo|non_soltanto|o_no|senza_dubbio|non_appena|non_meno|senza_precedenti|se_non',
    hint: 'senza|né|no|manc*|fall*|rifiut*|neg*|impos*|difficil*|appena|poco|poch*|tranne|eccetto|salvo|meno|solo|soltanto|evit*|imped*|proib*|viet*|respin*|liber*|contro|assen*|dis*|in*|im*|ir*|s*|rar*|troppo|sebbene|anche_se|fino|ma|perd*|mal*|invece|anziché|però|privo|privi|priva|più',
  },
  nl: {
    sure: 'niet|geen|nooit|niets|nergens|noch',
    quiet: 'niet_alleen|niet_enkel|of_niet|niet_slechts|niet_te_vergeten|niets_anders',
    hint: 'niemand|zonder|on*|mis*|ontbr*|gebrek*|faal*|falen|weiger*|ontken*|nauwelijks|zelden|weinig|alleen|slechts|behalve|tenzij|in_plaats|voorkom*|vermijd*|verbod*|verbied*|verboden|afwij*|tegen*|vrij|*loos|*loze|te|hoewel|tot|maar|verl*|slecht*|moeilijk*|wel|nog|in*|im*|ir*',
  },
  pl: {
    sure: 'nie|nigdy|nic|nikt|nikogo|niczego|żaden|żadna|żadne|żadnych|żadnego|żadnej|ani|brak',
    quiet: 'nie_tylko|nie_mniej|nie_więcej|lub_nie|nie_lada|mimo_to|czy_nie',
    hint: 'bez|nie*|bez*|brak*|odm*|zaprzecz*|trudn*|ledwo|rzadk*|mał*|oprócz|poza|tylko|jedynie|unik*|zapob*|zakaz*|zabr*|odrzu*|przeciw*|zamiast|woln*|zbyt|choć|chociaż|ale|jednak|dopóki|strac*|utrat*|zł*|przest*|pozbaw*|do|ni*',
  },
  ar: {
    sure: 'لا|لم|لن|ليس|ليست|ليسوا|عدم|ولا|ولم|ولن|وليس',
    quiet: 'لا_سيما|لا_فقط|ليس_فقط|لا_شك|لا_تزال|لا_يزال|ولا_سيما|لا_بد|لا_زال',
    hint: 'بدون|غير|دون|بعدم|لعدم|بلا|فشل*|رفض*|نفى|نفي|مستحيل*|صعب*|بالكاد|نادر*|قليل*|إلا|سوى|فقط|تجنب*|منع*|حظر*|ضد|بدلا|بدلًا|بدلاً|خال*|رغم|حتى|لكن|فقد*|سيئ*|توقف*|انعدام|ما|كلا|الا|أي',
  },
  hi: {
    sure: 'नहीं|न|ना|मत|नही',
    quiet: 'न_केवल|न_सिर्फ|न_सिर्फ़|नहीं_बल्कि|या_नहीं|ही_नहीं|कि_नहीं',
    hint: 'बिना|गैर*|ग़ैर*|अ*|असफल*|विफल*|इनकार|इंकार|असंभव|मुश्किल*|कठिन*|शायद|कम|कमी|सिवाय|केवल|सिर्फ|सिर्फ़|मात्र|बच*|रोक*|मना|प्रतिबंध*|खिलाफ|बजाय|मुक्त|हालांकि|तक|लेकिन|परंतु|खो*|बुर*|बंद|नि*|अन*|कोई|बे*|ला*|रहित|अलावा|खत्म|न*',
  },
  vi: {
    sure: 'không|chưa|chẳng|đừng|chả|chớ',
    quiet:
      'không_chỉ|không_những|hay_không|không_gian|không_khí|hàng_không|không_ngừng|chẳng_hạn|không_lâu|không_quân|không_phải_chỉ|không_ít|có_không|không_lưu|trên_không',
    hint: 'không|chẳng|chưa|phi|vô|bất|thiếu|từ_chối|khó|hiếm|ít|trừ|ngoài|chỉ|tránh|ngăn|cấm|chống|thay|miễn|dù|đến_khi|nhưng|mất|ngừng|thôi|kém|phản|tuyệt|sai|bỏ|dứt|hết|khỏi|nào|gì',
  },
};

/** Simplified characters of the Chinese entries with their traditional forms, in turn. */
export const TRADITIONAL =
  '与與丧喪为為于於从從会會关關决決则則别別动動势勢吗嗎对對尽儘并並弃棄当當担擔挡擋数數断斷无無时時权權来來气氣没沒满滿灭滅稳穩系係络絡绎繹绝絕经經胜勝脱脫药藥莱萊规規觉覺计計让讓议議记記论論说說请請过過远遠适適锈鏽错錯问問难難须須题題飞飛潜潛';
