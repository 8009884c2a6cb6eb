/**
 * Words that turn a statement into its opposite when they are exchanged: all and none, at least and at most, before and after, rise and fall.
 *
 * Each entry has two poles; a pole is a list of words and phrases by language (a bar between, `*` for any ending, an underscore for a blank; in Chinese runs
 * of characters). What begins with `~` is never reported itself, but where it stands the text has that pole: `growth`.
 */
export interface Opposites {
  readonly name: string;
  readonly poles: readonly [Readonly<Record<string, string>>, Readonly<Record<string, string>>];
}

/** The pairs of poles. A language without an entry does not know the pair. */
export const OPPOSITES: readonly Opposites[] = [
  {
    name: 'least and most',
    poles: [
      {
        en: 'at_least|no_fewer_than|no_less_than',
        id: 'setidaknya|sedikitnya|paling_sedikit|sekurangnya|paling_tidak|minimal',
        zh: '至少|最少|不少于|起码',
        es: 'al_menos|por_lo_menos',
        fr: 'au_moins',
        de: 'mindestens|wenigstens',
        ru: 'как_минимум|по_крайней_мере|не_менее',
        pt: 'pelo_menos|ao_menos',
      },
      {
        en: 'at_most|no_more_than|up_to|maximum|maximal',
        id: 'paling_banyak|maksimal|maksimum|hingga|sampai',
        zh: '至多|最多|不超过|高达|多达',
        es: 'como_máximo|a_lo_sumo|hasta|máximo',
        fr: "au_plus|au_maximum|jusqu'à",
        de: 'höchstens|maximal|bis_zu',
        ru: 'не_более|максимум|до',
        pt: 'no_máximo|até',
      },
    ],
  },
  {
    name: 'more and less',
    poles: [
      {
        en: 'more_than|exceed*',
        id: 'lebih_dari|melebihi',
        zh: '超过|多于|以上|高于',
        es: 'más_de',
        fr: 'plus_de',
        de: 'mehr_als',
        ru: 'более_чем|больше_чем|свыше',
        pt: 'mais_de',
      },
      {
        en: 'less_than|fewer_than',
        id: 'kurang_dari',
        zh: '少于|低于',
        es: 'menos_de',
        fr: 'moins_de',
        de: 'weniger_als',
        ru: 'менее_чем|меньше_чем',
        pt: 'menos_de',
      },
    ],
  },
  {
    name: 'all and none',
    poles: [
      {
        en: 'all|everyone|everybody|everything',
        id: 'semua|seluruh|segala|segalanya|setiap|semuanya|seluruhnya',
        zh: '所有|全部|一切|全体',
        es: 'todo|todos|toda|todas|cada',
        fr: 'tout|tous|toute|toutes|chaque',
        de: 'alle|alles|allen|aller|jede*',
        ru: 'все|всё|всех|всем|всего|кажд*',
        pt: 'todo|todos|toda|todas|cada',
      },
      {
        en: 'none|nobody|nothing',
        id: 'tidak_satu_pun|tak_satu_pun|tidak_ada_yang|tak_seorang_pun',
        zh: '没有任何|无一|没有一个|没有人|毫无',
        es: 'ninguno|ninguna|nadie|nada',
        fr: 'aucun|aucune|rien',
        de: 'niemand|nichts|keiner',
        ru: 'никто|ничего|ничто',
        pt: 'nenhum|nenhuma|ninguém|nada',
      },
    ],
  },
  {
    name: 'before and after',
    poles: [
      {
        en: 'before|prior_to',
        id: 'sebelum|sebelumnya',
        zh: '之前|以前',
        es: 'antes',
        fr: 'avant',
        de: 'vor|bevor|vorher',
        ru: 'до|перед|прежде|раньше',
        pt: 'antes',
      },
      {
        en: 'after|following|afterwards',
        id: 'setelah|sesudah|usai|seusai|setelahnya|sehabis|pasca*',
        zh: '之后|以后',
        es: 'después|tras',
        fr: 'après',
        de: 'nach|nachdem|danach',
        ru: 'после|спустя',
        pt: 'depois|após',
      },
    ],
  },
  {
    name: 'rise and fall',
    poles: [
      {
        en: 'increas*|rise|rises|rose|risen|rising|soar*|~grow*|~grew|~surg*|~climb*|~higher|~more|~add*|~rais*',
        id: 'meningkat*|naik|peningkatan|kenaikan|bertambah|melonjak|ditingkatkan|menaikkan|menambah|~tumbuh|~pertumbuhan|~tambah*|~lebih',
        zh: '增加|上升|增长|上涨|增多|~增|~提高|~升|~扩|~涨|~更多',
        es: 'aument*|increment*|sub*|crec*',
        fr: 'augment*|hausse',
        de: 'steig*|stieg*|gestiegen|erhöh*|zunahme|zugenommen|anstieg',
        ru: 'увелич*|рост*|вырос*|повы*',
        pt: 'aument*|increment*|sub*|cresc*',
      },
      {
        en: 'decreas*|fall|falls|fell|fallen|falling|drop|drops|dropped|reduc*|shrink*|shrank|plung*|~declin*|~lower*|~less*|~cut*|~remov*|~minim*|~eas*|~diminish*|~loss*|~lost|~alleviat*|~mitigat*',
        id: 'menurun*|turun|penurunan|berkurang|merosot|anjlok|mengurangi|diturunkan|pengurangan|~kurang*|~hilang*|~kehilangan|~pangkas*|~hapus*|~rendah*|~penurun*',
        zh: '减少|下降|下跌|下滑|削减|~减|~降|~跌|~缩|~取消|~更少',
        es: 'disminu*|reduc*|baj*|desc*',
        fr: 'dimin*|baiss*|rédu*|chut*|recul*',
        de: 'sink*|sank*|gesunken|verringer*|abnahme|abgenommen|reduzier*|rückgang',
        ru: 'уменьш*|сниж*|сниз*|сокра*|пад*|упал*',
        pt: 'diminu*|reduz*|queda',
      },
    ],
  },
  {
    name: 'accept and reject',
    poles: [
      {
        en: 'accept|accepts|accepted|accepting',
        id: 'menerima|diterima|penerimaan',
        zh: '接受|同意|采纳',
        es: 'acept*',
        fr: 'accept*',
        de: 'akzeptier*|angenommen|annahm*',
        ru: 'приня*|принима*',
        pt: 'aceit*',
      },
      {
        en: 'reject|rejects|rejected|rejecting|refuse|refuses|refused|refusing',
        id: 'menolak|ditolak|penolakan',
        zh: '拒绝|否决|驳回',
        es: 'rechaz*',
        fr: 'rejet*|refus*',
        de: 'ablehn*|abgelehnt|zurückgewiesen|weiger*',
        ru: 'отверг*|отклон*|отказ*',
        pt: 'rejeit*|recus*',
      },
    ],
  },
  {
    name: 'begin and end',
    poles: [
      {
        en: 'begin|begins|began|begun|start|starts|started|~beginning|~starting|~start*|~onset|~launch*|~first|~new|~open*',
        id: 'mulai|memulai|dimulai|bermula|~awal*|~permulaan|~pertama|~baru|~membuka|~dibuka',
        zh: '开始|开启|启动|~起|~始|~初|~首|~开|~新|~第一|~发',
      },
      {
        en: 'ended|ending|finished|is_over|was_over|~end|~ends|~finish*|~complet*|~conclu*|~over|~final*|~last|~close*|~closing|~stop*|~until',
        id: 'berakhir|mengakhiri|diakhiri|~akhir*|~selesai|~usai|~menyelesaikan|~tutup|~ditutup|~penghabisan|~terakhir|~berhenti|~hingga|~sampai',
        zh: '结束|终结|~完|~终|~最后|~末|~尾|~停|~止|~束|~闭|~毕',
      },
    ],
  },
  {
    name: 'support and oppose',
    poles: [
      {
        en: 'support|supports|supported|supporting|~backed|~backing|~back|~favour*|~favor*|~endors*|~approv*|~agree*|~for',
        id: 'mendukung|didukung|~dukungan|~setuju|~menyetujui|~pro|~sokong*|~menopang|~bantu*|~pendukung',
        zh: '支持|~赞|~拥护|~同意|~支|~持|~助|~挺',
      },
      {
        en: 'oppose|opposes|opposed|opposing|~opposition|~against|~object*|~resist*|~reject*|~disagree*|~opponent*|~protest*',
        id: 'menentang|ditentang|~penentang*|~melawan|~menolak|~oposisi|~lawan|~tentang|~protes*|~menolak|~ditolak|~berlawanan|~keberatan',
        zh: '反对|~抗|~拒|~敌|~异议|~反|~对立|~抵',
      },
    ],
  },
  {
    name: 'win and lose',
    poles: [
      {
        en: 'won|wins|win|winning|victory|victories|~winner*|~winning|~gain*|~beat*|~defeat*|~triumph*|~succe*|~earn*|~champion*|~title*',
        id: 'menang|memenangkan|dimenangkan|kemenangan|~pemenang|~juara|~meraih|~unggul|~mengalahkan|~mendapat*|~berhasil',
        zh: '获胜|赢得|胜利|~赢|~胜|~冠军|~夺|~击败|~得|~获',
      },
      {
        en: 'lost|loses|losing|~lose|~loss|~losses|~defeat*|~beaten|~fail*|~missing|~without',
        id: 'kalah|kekalahan|~kehilangan|~hilang|~gagal|~dikalahkan|~terkalahkan|~rugi|~kerugian|~tersesat',
        zh: '输掉|战败|落败|失利|~输|~败|~失|~丢|~丧|~迷',
      },
    ],
  },
  {
    name: 'north and south',
    poles: [
      { en: 'north|northern|northward*', id: 'utara', zh: '北', es: 'norte', fr: 'nord', de: 'nord*|nörd*', ru: 'север*', pt: 'norte' },
      { en: 'south|southern|southward*', id: 'selatan', zh: '南', es: 'sur', fr: 'sud', de: 'süd*', ru: 'юг*|южн*', pt: 'sul' },
    ],
  },
  {
    name: 'east and west',
    poles: [
      {
        en: 'east|eastern|eastward*',
        id: 'timur',
        zh: '东|東',
        es: 'este|oriental*',
        fr: 'oriental*',
        de: 'ost*|öst*',
        ru: 'восток*|восточн*',
        pt: 'leste|oriental*',
      },
      {
        en: 'west|western|westward*',
        id: 'barat',
        zh: '西',
        es: 'oeste|occidental*',
        fr: 'occidental*',
        de: 'west*',
        ru: 'запад*',
        pt: 'oeste|ocidental*',
      },
    ],
  },
];
