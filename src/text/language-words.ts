/**
 * Frequent function words, language by language, and letters and words that tell languages of one script apart: the data of {@link detectLanguage}.
 */

/** Words of Latin-script languages, small letters, divided by spaces. A word in several lists counts for each a little. */
export const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in is was for that on with as by it at from are this be an or have has had not but which they his he were their its also been we you who will would there more than can could after about when said into some',
  id: 'yang dan di dari untuk pada dengan ini itu dalam tidak akan ke oleh adalah sebagai juga telah karena mereka ada atau dapat bisa kami saya anda namun tetapi sebuah seorang para bahwa saat tersebut lebih setelah menjadi sudah seperti kata ketika bahwa antara hanya kepada belum jika ia dia saja uang kantor rumah mobil berbeda coba mau polisi',
  ms: 'yang dan di dari untuk pada dengan ini itu dalam tidak akan ke oleh adalah sebagai juga telah kerana mereka ada atau boleh daripada ialah bagi dapat beliau namun tetapi sebuah seorang para bahawa tersebut lebih selepas menjadi sudah seperti apabila antara hanya kepada jika ia dia sahaja wang pejabat kereta berbeza turut iaitu manakala cuba mahu polis serta kebanyakan terdapat mempunyai semasa kawasan',
  es: 'el la de que y en los las un una del se por con para su al lo como más es fue son pero no sus o ha le este esta entre cuando también sobre desde hasta muy había ser sin porque donde están dijo',
  de: 'der die das und in den von zu mit ist im des für auf ein eine nicht sich dem dass als auch es an werden aus er sie bei nach wurde hat war wie oder wird sind um noch einer einem einen über vor zum zur durch nur aber kann',
  fr: 'le la les de des du et en un une que qui est dans pour par sur au aux pas plus ce cette il elle ils ont avec sont a été se ne son sa ses ou mais comme leur nous vous être fait après où même entre',
  vi: 'và của là có được cho các trong với một không những người này đã khi từ ở đến về như để đó ra cũng vào năm nhiều tại theo trên hơn ông bà sẽ bị phải nhưng họ tôi',
  pt: 'o a de que e do da em um uma os as no na dos das por para com não é foi mais como se ao pelo pela são ou mas sua seu também nos nas entre quando muito há está ser foram ele ela até isso já',
  it: 'il lo la di che e i gli le un una in per con del della dei delle nel nella al alla da dal dalla è sono non si come più anche ha hanno ma su sul sulla era essere stato questo questa tra dopo loro suo',
  nl: 'de het een en van in is dat op te zijn voor met die niet aan er om ook als bij door naar maar uit werd worden heeft of tot over hij ze wordt dan nog kan meer deze was had hebben we',
  pl: 'w i z na do się nie to że jest o jak od po za przez dla był była są oraz który która które tym ale może jego jej ich przed między lub być już tylko także czy gdy pod',
  tr: 've bir bu için ile da de olarak olan çok daha gibi kadar sonra en ne o ama her ya veya değil var oldu olduğu olduğunu tarafından göre ise bunu onun etti dedi şekilde ancak diye',
  sv: 'och att det i en som är på av för med till den har inte om ett var de från men vid kan sig efter eller också när hans under så vi ska sin',
  da: 'og at det i en som er på af for med til den har ikke om et var de fra men ved kan sig efter eller også når hans under så vi skal sin blev bliver',
  no: 'og at det i en som er på av for med til den har ikke om et var de fra men ved kan seg etter eller også når hans under så vi skal sin ble blir',
  fi: 'ja on ei se että oli hän ovat joka mutta kun myös kuin niin tai sen olla ole mukaan sekä voi jos ne tämä hänen jälkeen vain',
  cs: 'a v se na je že s z do o k i to jako za pro ale by si jsou který která které od po tak bylo byl být nebo jeho při také',
  sk: 'a v sa na je že s z do o k i to ako za pre ale by si sú ktorý ktorá ktoré od po tak bolo bol byť alebo jeho pri aj',
  ro: 'și de în la a cu pe că nu o din un care este sunt pentru mai au fost sau dar lui prin între după ca se fi era cel',
  hu: 'a az és hogy nem is egy meg ez volt van csak de már még mint vagy el ha azt után szerint lehet ki minden',
  hr: 'i u je se na da za od su o s a što kao koji koja koje iz ne bi po ili ali nije bio do također',
  et: 'ja on ei et see oli ta kui ka mis oma aga või kes nii olid ning pärast selle',
  lt: 'ir yra kad į su tai iš kaip bet buvo jis ne už apie ar po nuo dėl taip jo',
  lv: 'un ir ka no ar par kas uz tas bet arī bija tā kā pēc vai lai viņš gada',
  ca: 'el la de i que en els les un una del per amb no és al va com més són però dels a ha',
  tl: 'ang ng sa na mga at ay ni si para hindi ito kung may mula isang siya niya nila din',
  is: 'og að í er á sem var til við um með ekki en af fyrir það hann eru frá því hefur',
  ga: 'agus an na ar le is go bhí i ag sé do a tá ní ó mar sin leis nó',
  af: 'die en van in is het dat nie te wat vir met op as om sy hy was aan by word ook deur',
};

/**
 * Words that tell Indonesian from Malay, whose function words agree: spellings, loans, and words that only one side uses for a thing.
 * Chosen from the training corpora: at least three times as frequent in one language as in the other.
 */
export const MALAY_OR_INDONESIAN: Readonly<Record<'id' | 'ms', string>> = {
  id: 'polisi mobil sepeda bioskop persen nasional dokter tewas proyek peramban perangkat keamanan komunitas kode karena kontribusi bahwa bisa akun fitur memiliki kasus kontributor saat lainnya situs informasi daring bagian lisensi pribadi sandi hal publik pengelola mencakup otomatis layanan daftar riwayat aktivitas unduh berbagai aman konten memungkinkan berkontribusi pengembang pasien maret jaringan kesehatan perilaku berbeda mengelola menemukan dukungan kebijakan berbasis lunak etik diskusi berarti sebagian meskipun memblokir lingkungan kontrol standar terkait pelacakan pesan pengembangan surel tanggal pengaturan mendukung lokal seluler pelacak penjelajahan kondisi manajemen pedoman praktik opsi deskripsi umpan nirlaba daya terjadi membutuhkan rilis mode berbagi preferensi pembaruan memulai ponsel kebutuhan gratis kendali penelitian biaya identitas pemerintah membangun alur solusi tim coba mengunduh pembatasan dampak tingkat hukum pengujian karyawan peran diperbarui universitas teman mengirimkan sangatlah luring tautan misalnya dibandingkan silakan obat partisipasi mengidentifikasi mengirim studi melacak ditemukan berkas didukung uang bagikan populer desain kecepatan teknis saran menghapus terhubung pengelolaan berpartisipasi kualitas temukan perawatan praktis mengurangi jawab ide berisi maupun perbedaan pola kamar bisnis memengaruhi menambahkan metode kinerja tergantung inggris antarmuka ulang layar fisik sinkronisasi sehat bertanggung pembicaraan merilis pendanaan terutama komentar unduhan medis penelusuran instruksi resmi arsitektur aturan menciptakan nomor verifikasi dimana mencoba hapus fase eksekusi cobalah tombol pemrograman kantor menerapkan dibangun bergabunglah judul tanggung mendeteksi memperbarui donasi antar diblokir persyaratan favorit terbatas serikat hewan pustaka kelola toko kerusakan masukan rekomendasi laboratorium nyaman adanya paket membatasi berlangganan kelompok berfokus eksternal berkelanjutan menginstal tas revisi kueri entitas dibagikan transparansi setidaknya agustus juli juni desember prancis truk militer tentara provinsi kabupaten gubernur ilmuwan peneliti perawat televisi siswa mahasiswa pengadilan pemilu internasional pariwisata wisatawan departemen energi listrik ujar bandara babak setelah saja awalnya dapat kesepakatan negosiasi gempa',
  ms: 'sungguhpun lazimnya seramai beg projek boleh bahawa pelayar kerana komuniti senarai daripada sekiranya kod mempunyai semasa ialah talian syarikat akaun keselamatan penyumbang ejen membina mahu maklumat sahaja kes peribadi ciri pelbagai bahagian fail laluan perkhidmatan berbeza sumbangan kesihatan kawalan peranti selepas cuba sila menghantar adakah tiada balas apabila imej pantas perisian rangkaian membolehkan aktiviti automatik laman carian semula jepun pesakit soalan mencipta sokongan telefon asas menyokong bilik baharu sebahagian berasaskan wang mengurangkan sesiapa awam perkara kandungan berbanding perihal berkongsi penyelenggara mengikut pelayaran cabaran kekal laku kini kewangan mesej sentiasa pautan bermula tingkah persekitaran maklum mesti pengurusan percuma matlamat mengekalkan alatan keupayaan tempatan kerajaan penjejak sertai walaupun rakan sebarang bina kongsi amalan ketahui mulakan awak semalam dibina sekatan disahkan memulakan pembangunan teruk pembangun pasaran identiti terutamanya kajian sebab corak berkuasa hospital selamat membangunkan iaitu berjaya prestasi stesen perniagaan menyumbang sekurang ujian penerangan perbualan berterusan rawatan semak hantar lalai arahan tetapan perbincangan universiti berkesan kaedah setakat keperluan kawasan melaksanakan sedia kegemaran jadual jawapan betul sukar pasukan menyekat sesetengah ramai kesan kawan tempoh kemas ralat nombor berbilang direka menjadikan haiwan hadapan bercakap teknikal undang penapis mengandungi makmal minit kuasa pelaksanaan merangkumi dipercayai bandar penjejakan storan perubatan mengawal peranan perkakasan keutamaan terhad mengesan seterusnya pengesahan itali kemahiran percubaan supaya mahukan amaran perkongsian menemui dihantar tarikh menghalang pelayan menguruskan membincangkan bekerjasama filem perbezaan kos suapan mencadangkan wujud melancarkan beg rasmi semakan penyelesaian kad berkenaan membenarkan notis saiz penjagaan sebenar peringkat kualiti lelaki menambah peraturan bermakna menerusi menukar pepijat mengelakkan ogos julai jun disember perancis polis berkata tentera ketenteraan jumaat ahad saintis penyelidik doktor jururawat televisyen pelajar peguam antarabangsa kebangsaan pelancongan pelancong jabatan timbalan tenaga elektrik peratus beliau maut jurulatih pusingan kira manakala turut memandangkan rundingan dijangka terbaharu setiausaha kakitangan ahli kumpulan kerusi undi warganegara basikal bas hujung walau seramai terdapat faedah bekas lazim tahap',
};

/** Letters that only some languages of the script have: a text with many of them is in one of these. */
export const TELLING_LETTERS: Readonly<Record<string, string>> = {
  uk: 'їєґ',
  ru: 'ыэёъ',
  be: 'ў',
  sr: 'јљњћђџ',
  mk: 'ѓќѕ',
  kk: 'әғқңұһ',
  mn: 'өү',
  fa: 'پچژگ',
  ur: 'ٹڈڑےہں',
};

/** Words that tell Marathi and Nepali from Hindi. */
export const DEVANAGARI_WORDS: Readonly<Record<string, string>> = {
  hi: 'है हैं का की के में को से और यह था थे थी ने पर नहीं कि एक भी लिए',
  mr: 'आहे आहेत आणि या ते हा ही होते होता व त्यांनी नाही केले मध्ये त्या',
  ne: 'छ छन् र को मा हो भएको गरेको थियो पनि लागि यो गर्न भने',
};

/** Characters that only simplified Chinese has, among the most frequent ones. */
export const SIMPLIFIED_ONLY =
  '这们国说为会时来对发过个开动经还现进电种点问头长见实气东车给华体书关门间马员产业从报场军将总统议谈战术话计记论让请谁调贸资赛达运选边远连适钱银错难题页预领风飞饭验龙乌协兰华单卖卢县压厅厉双变叶号吗听启响围园团图圣场坏坚声处备复够夺奋奖妇娱学宁宝审宪宽宾对导层岁岛币师带帮应庆库张弹强归录彻忆态怀怜总恋惊惯愿戏户护拟择换损据掳断无旧显晓暂术机杀杂权条杨极构枪标树样档桥检楼欢欧归毕汇汉汤沟没泽洁浅测济浑浓涛润渐湾湿满灭灯灵灾炉点热爱牺状独狮猪环现珑疗监盖盘确础离种积称稳穷竞笔笼签简类粮紧红纪约级纳纷纸线练组细终经结绕给络绝统继续维绿编缘罗职联肃肠肤胜脑脚脸艺节苏荣药获营萨蓝虽补装规观视觉触订认讨训讯许设访证评识诉词试诗诚该详语误谢谓谷贝负财责败货质购贵费贺赖趋跃轨转轮软轻载较辆输辞还这进违邓邮郑释里针钟铁铜销锋锡镇闭闻阅队阳阴阵阶际陆陈险随隐顶项顺须顾频颇颜额饮饰馆驶驻驾骑鱼鲁鸟鸡鸣麦黄齐齿';
/** Their traditional counterparts and other characters that only traditional Chinese has. */
export const TRADITIONAL_ONLY =
  '這們國說為會時來對發過個開動經還現進電種點問頭長見實氣東車給華體書關門間馬員產業從報場軍將總統議談戰術話計記論讓請誰調貿資賽達運選邊遠連適錢銀錯難題頁預領風飛飯驗龍烏協蘭單賣盧縣壓廳厲雙變葉號嗎聽啟響圍園團圖聖壞堅聲處備復夠奪奮獎婦娛學寧寶審憲寬賓導層歲島幣師帶幫應慶庫張彈強歸錄徹憶態懷憐戀驚慣願戲戶護擬擇換損據擄斷無舊顯曉暫機殺雜權條楊極構槍標樹樣檔橋檢樓歡歐畢匯漢湯溝沒澤潔淺測濟渾濃濤潤漸灣濕滿滅燈靈災爐熱愛犧狀獨獅豬環瓏療監蓋盤確礎離積稱穩窮競筆籠簽簡類糧緊紅紀約級納紛紙線練組細終結繞絡絕繼續維綠編緣羅職聯肅腸膚勝腦腳臉藝節蘇榮藥獲營薩藍雖補裝規觀視覺觸訂認討訓訊許設訪證評識訴詞試詩誠該詳語誤謝謂貝負財責敗貨質購貴費賀賴趨躍軌轉輪軟輕載較輛輸辭違鄧郵鄭釋針鐘鐵銅銷鋒錫鎮閉聞閱隊陽陰陣階際陸陳險隨隱頂項順須顧頻頗顏額飲飾館駛駐駕騎魚魯鳥雞鳴麥黃齊齒';
