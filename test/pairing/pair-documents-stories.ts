/** Short invented news in four languages. Two of the stories are about the same subject. */

/** A story, told in each language. */
export const stories: Readonly<Record<string, Readonly<Record<'en' | 'id' | 'es' | 'zh', readonly string[]>>>> = {
  ferry: {
    en: [
      'A ferry with 214 passengers ran aground off the island of Simeulue on Monday night.',
      'Fishermen brought everyone ashore before the coast guard arrived.',
      'The captain said that the lighthouse had been dark for a week.',
      'Two passengers were treated for broken arms.',
    ],
    id: [
      'Sebuah feri dengan 214 penumpang kandas di lepas pantai Pulau Simeulue pada Senin malam.',
      'Para nelayan membawa semua orang ke darat sebelum penjaga pantai tiba.',
      'Kapten mengatakan bahwa mercusuar sudah gelap selama seminggu.',
      'Dua penumpang dirawat karena patah lengan.',
    ],
    es: [
      'Un transbordador con 214 pasajeros encalló frente a la isla de Simeulue el lunes por la noche.',
      'Los pescadores llevaron a todos a tierra antes de que llegara la guardia costera.',
      'El capitán dijo que el faro llevaba una semana apagado.',
      'Dos pasajeros fueron atendidos por fracturas en los brazos.',
    ],
    zh: [
      '周一晚上，一艘载有214名乘客的渡轮在锡默卢岛附近搁浅。',
      '渔民在海岸警卫队到达之前把所有人送上了岸。',
      '船长说灯塔已经熄灭了一个星期。',
      '两名乘客因手臂骨折接受治疗。',
    ],
  },
  ship: {
    en: [
      'The navy launched a new patrol ship in Surabaya on Friday.',
      'It carries a crew of 60 sailors and can stay at sea for a month.',
      'The minister of defence called the ship a milestone for the shipyard.',
    ],
    id: [
      'Angkatan laut meluncurkan kapal patroli baru di Surabaya pada hari Jumat.',
      'Kapal itu membawa 60 awak dan dapat berlayar selama sebulan.',
      'Menteri pertahanan menyebut kapal itu tonggak penting bagi galangan kapal.',
    ],
    es: [
      'La marina botó el viernes un nuevo buque patrullero en Surabaya.',
      'Lleva una tripulación de 60 marineros y puede permanecer un mes en el mar.',
      'El ministro de Defensa calificó el buque de hito para el astillero.',
    ],
    zh: ['海军星期五在泗水下水了一艘新的巡逻舰。', '该舰有60名船员，可以在海上停留一个月。', '国防部长称这艘舰是造船厂的里程碑。'],
  },
  vaccine: {
    en: [
      'Researchers in Nairobi have tested a malaria vaccine on 450 children.',
      'Three out of four children were protected for a whole year.',
      'The vaccine costs less than two dollars a dose, doctor Wanjiru Otieno said.',
    ],
    id: [
      'Para peneliti di Nairobi telah menguji vaksin malaria pada 450 anak.',
      'Tiga dari empat anak terlindungi selama setahun penuh.',
      'Vaksin itu harganya kurang dari dua dolar per dosis, kata dokter Wanjiru Otieno.',
    ],
    es: [
      'Investigadores de Nairobi han probado una vacuna contra la malaria en 450 niños.',
      'Tres de cada cuatro niños estuvieron protegidos durante un año entero.',
      'La vacuna cuesta menos de dos dólares por dosis, dijo la doctora Wanjiru Otieno.',
    ],
    zh: [
      '内罗毕的研究人员在450名儿童身上测试了一种疟疾疫苗。',
      '四分之三的儿童在一整年里受到了保护。',
      '医生万吉鲁·奥蒂诺说，这种疫苗每剂不到两美元。',
    ],
  },
  chess: {
    en: [
      'Fifteen-year-old Ana Petrova won the chess championship in Tbilisi on Sunday.',
      'She beat the defending champion in 41 moves.',
      'Her coach had taught her the opening only the night before.',
    ],
    id: [
      'Ana Petrova yang berusia lima belas tahun memenangkan kejuaraan catur di Tbilisi pada hari Minggu.',
      'Ia mengalahkan juara bertahan dalam 41 langkah.',
      'Pelatihnya baru mengajarkan pembukaan itu pada malam sebelumnya.',
    ],
    es: [
      'Ana Petrova, de quince años, ganó el domingo el campeonato de ajedrez en Tiflis.',
      'Venció a la campeona defensora en 41 movimientos.',
      'Su entrenador le había enseñado la apertura apenas la noche anterior.',
    ],
    zh: ['十五岁的安娜·彼得罗娃星期天在第比利斯赢得了国际象棋锦标赛。', '她用41步击败了卫冕冠军。', '她的教练前一天晚上才教会她这个开局。'],
  },
};

/** A story as a document with the id `story.language`. */
export function storyDocument(story: string, language: 'en' | 'id' | 'es' | 'zh'): { id: string; text: string; language: string } {
  const sentences = stories[story]![language];
  return { id: `${story}.${language}`, text: sentences.join(language === 'zh' ? '' : ' '), language };
}
