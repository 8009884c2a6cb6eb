/**
 * What web pages say around an article, language by language: the data of {@link markFurniture}.
 *
 * Phrases are compared with a whole line in small letters without end marks; patterns with the line as it stands.
 */

/** Whole lines, divided by `|`. */
const PHRASES: Readonly<Record<string, string>> = {
  en: 'menu|home|search|share|share this|share this article|share on facebook|share on twitter|share on x|tweet|email|print|copy link|subscribe|subscribe now|sign in|sign up|log in|login|register|newsletter|advertisement|advertising|sponsored|sponsored content|ad|read more|read also|see also|also read|more on this story|related|related articles|related stories|related topics|related news|recommended|recommendation|recommendations|most read|most popular|trending|trending now|latest news|breaking news|top stories|comments|leave a comment|post a comment|no comments|load more|show more|next|previous|back to top|contact us|about us|privacy policy|terms of use|terms of service|cookie policy|accept cookies|accept all|all rights reserved|follow us|follow us on|published by|published|updated|written by|author|tags|topics|photo|image|video|watch|listen|listen to this article|play|pause|mute|unmute|fullscreen|loading|skip to content|skip to main content|found a mistake|report an error|report a mistake|download the app|donate|support us|open in app|sign up for our newsletter|click here',
  id: 'beranda|cari|bagikan|bagikan artikel|baca juga|baca selengkapnya|baca lebih lanjut|berita terkait|artikel terkait|terpopuler|terkini|berita terbaru|iklan|advertorial|komentar|tinggalkan komentar|ikuti kami|hubungi kami|tentang kami|kebijakan privasi|pedoman media siber|masuk|daftar|berlangganan|editor|penulis|tag|topik|foto|video|lihat semua|selanjutnya|sebelumnya|salin tautan|simak juga',
  ms: 'laman utama|kongsi|kongsikan|baca juga|baca lagi|berita berkaitan|artikel berkaitan|paling popular|berita terkini|iklan|komen|ikuti kami|hubungi kami|tentang kami|dasar privasi|log masuk|daftar|langgan',
  de: 'startseite|suche|teilen|artikel teilen|mehr lesen|weiterlesen|mehr zum thema|lesen sie auch|anzeige|werbung|kommentare|kommentar schreiben|anmelden|registrieren|abonnieren|newsletter|folgen sie uns|kontakt|impressum|datenschutz|alle rechte vorbehalten|veröffentlicht|aktualisiert|drucken|meistgelesen|foto|bild|zurück|weiter|merken',
  fr: "accueil|rechercher|partager|partager cet article|lire aussi|à lire aussi|lire la suite|sur le même sujet|publicité|commentaires|commenter|se connecter|connexion|inscription|s’abonner|s'abonner|abonnez-vous|newsletter|suivez-nous|contact|mentions légales|tous droits réservés|publié le|mis à jour|imprimer|les plus lus|photo|vidéo|suivant|précédent",
  es: 'inicio|buscar|compartir|compartir en facebook|leer más|lea también|lee también|te puede interesar|noticias relacionadas|artículos relacionados|publicidad|comentarios|comentar|iniciar sesión|registrarse|suscribirse|suscríbete|boletín|síguenos|contacto|aviso legal|política de privacidad|todos los derechos reservados|publicado por|actualizado|imprimir|lo más leído|lo más visto|foto|vídeo|video|siguiente|anterior|recomendación|recomendados',
  pt: 'início|buscar|pesquisar|compartilhar|partilhar|leia mais|leia também|saiba mais|notícias relacionadas|publicidade|comentários|comentar|entrar|cadastre-se|assine|newsletter|siga-nos|contato|política de privacidade|todos os direitos reservados|publicado por|atualizado|imprimir|mais lidas|foto|vídeo|próximo|anterior',
  it: 'cerca|condividi|leggi anche|leggi tutto|articoli correlati|pubblicità|commenti|commenta|accedi|registrati|abbonati|iscriviti|newsletter|seguici|contatti|privacy|tutti i diritti riservati|pubblicato da|aggiornato|stampa|i più letti|foto|video|avanti|indietro',
  nl: 'zoeken|delen|deel dit artikel|lees ook|lees meer|meer over|advertentie|reacties|reageer|inloggen|registreren|abonneren|nieuwsbrief|volg ons|contact|privacybeleid|alle rechten voorbehouden|gepubliceerd|bijgewerkt|afdrukken|meest gelezen|foto|video|volgende|vorige',
  pl: 'szukaj|udostępnij|czytaj także|czytaj też|czytaj więcej|zobacz też|zobacz także|powiązane artykuły|reklama|komentarze|skomentuj|zaloguj się|zarejestruj się|subskrybuj|newsletter|obserwuj nas|kontakt|polityka prywatności|wszelkie prawa zastrzeżone|opublikowano|aktualizacja|drukuj|najczęściej czytane|zdjęcie|wideo|następny|poprzedni',
  tr: 'ana sayfa|ara|paylaş|ayrıca okuyun|devamını oku|ilgili haberler|reklam|yorumlar|yorum yap|giriş yap|üye ol|abone ol|bülten|bizi takip edin|iletişim|gizlilik politikası|tüm hakları saklıdır|yayınlanma|güncelleme|yazdır|en çok okunanlar|fotoğraf|video|sonraki|önceki',
  vi: 'trang chủ|tìm kiếm|chia sẻ|xem thêm|đọc thêm|tin liên quan|quảng cáo|bình luận|đăng nhập|đăng ký|theo dõi chúng tôi|liên hệ|tin mới nhất|đọc nhiều nhất|ảnh|video|trở lại|tiếp theo',
  ru: 'главная|поиск|поделиться|читать далее|читать дальше|читайте также|подробнее|по теме|новости по теме|реклама|комментарии|комментировать|войти|вход|регистрация|подписаться|подписывайтесь|рассылка|контакты|о нас|все права защищены|опубликовано|обновлено|печать|самое читаемое|популярное|фото|видео|далее|назад|нашли ошибку|меню',
  uk: 'головна|пошук|поділитися|читати далі|читайте також|детальніше|за темою|новини за темою|реклама|коментарі|коментувати|увійти|вхід|реєстрація|підписатися|підписуйтесь|розсилка|контакти|про нас|усі права захищені|всі права захищені|опубліковано|оновлено|друк|найпопулярніше|фото|відео|далі|назад|знайшли помилку|меню',
  el: 'αρχική|αναζήτηση|κοινοποίηση|διαβάστε επίσης|διαβάστε περισσότερα|σχετικά άρθρα|διαφήμιση|σχόλια|σύνδεση|εγγραφή|επικοινωνία|όλα τα δικαιώματα διατηρούνται|δημοσιεύτηκε|ενημερώθηκε|εκτύπωση|φωτογραφία|βίντεο|επόμενο|προηγούμενο|ακολουθήστε μας',
  zh: '首页|首頁|搜索|搜尋|分享|分享到|相关阅读|相關閱讀|相关新闻|相關新聞|延伸阅读|延伸閱讀|推荐阅读|推薦閱讀|热门|熱門|热门新闻|广告|廣告|评论|評論|发表评论|登录|登錄|登入|注册|註冊|订阅|訂閱|关注我们|關注我們|联系我们|聯絡我們|关于我们|關於我們|隐私政策|隱私政策|版权所有|版權所有|阅读更多|閱讀更多|查看更多|更多|上一篇|下一篇|返回顶部|责任编辑|編輯|编辑|来源|來源|作者|图片|圖片|视频|影片|打印|列印|免责声明',
  ja: 'ホーム|検索|シェア|シェアする|関連記事|関連ニュース|おすすめ記事|おすすめ|人気記事|ランキング|広告|コメント|コメントする|ログイン|会員登録|登録|購読|フォロー|お問い合わせ|プライバシーポリシー|利用規約|無断転載禁止|続きを読む|もっと見る|次へ|前へ|印刷|写真|動画|メニュー',
  ko: '홈|검색|공유|공유하기|관련기사|관련 기사|추천기사|많이 본 뉴스|인기기사|광고|댓글|댓글쓰기|로그인|회원가입|구독|구독하기|문의|개인정보처리방침|무단전재 및 재배포 금지|더보기|다음|이전|인쇄|사진|동영상|메뉴',
  ar: 'الرئيسية|بحث|مشاركة|شارك|اقرأ أيضا|اقرأ أيضاً|اقرأ المزيد|المزيد|مواضيع ذات صلة|أخبار ذات صلة|إعلان|إعلانات|تعليقات|أضف تعليقا|تسجيل الدخول|تسجيل|اشترك|اشترك الآن|تابعنا|اتصل بنا|من نحن|سياسة الخصوصية|جميع الحقوق محفوظة|نشر في|طباعة|الأكثر قراءة|صورة|فيديو|التالي|السابق',
  hi: 'होम|खोजें|शेयर|शेयर करें|साझा करें|यह भी पढ़ें|ये भी पढ़ें|और पढ़ें|संबंधित खबरें|विज्ञापन|टिप्पणियां|लॉग इन|साइन इन|सदस्यता लें|हमसे संपर्क करें|सर्वाधिकार सुरक्षित|फोटो|वीडियो|अगला|पिछला',
  th: 'หน้าแรก|ค้นหา|แชร์|อ่านเพิ่มเติม|อ่านต่อ|ข่าวที่เกี่ยวข้อง|โฆษณา|ความคิดเห็น|เข้าสู่ระบบ|สมัครสมาชิก|ติดตามเรา|ติดต่อเรา|สงวนลิขสิทธิ์|ภาพ|วิดีโอ|ถัดไป|ก่อนหน้า',
};

/** All phrases of all languages. */
export const FURNITURE_PHRASES: ReadonlySet<string> = new Set(Object.values(PHRASES).flatMap((list) => list.split('|')));

/** Lines that only pages and players have, whatever stands around them. Each is bounded by `^` and `$` and has no nested repetition. */
export const FURNITURE_PATTERNS: readonly RegExp[] = [
  /^\d{1,2}:\d{2}(?::\d{2})?(?:\s*[/|–-]\s*\d{1,2}:\d{2}(?::\d{2})?)?$/,
  /^\d+ seconds? of (?:\d+ (?:hours?|minutes?|seconds?),? ?)+(?:Volume \d+ ?%)?$/i,
  /^volume:? ?\d+ ?%$/i,
  /^press .{0,40}\bkeyboard shortcuts\b.{0,20}$/i,
  /^(?:about )?\d{1,2}[ -]?min(?:s|\.|utes?)?(?:[ -]?(?:read|reading time|to read))\.?$/i,
  /^(?:reading time|lesezeit|temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura|leestijd|время чтения|час читання|waktu baca):? ?\d{1,2} ?\S{0,10}$/i,
  /^\d{1,2} ?(?:min(?:uten|utos|utes|uti|uty|ut)?\.? (?:lesezeit|de lectura|de leitura|de lecture|di lettura|leestijd)|menit baca|dakika okuma|мин(?:ут[ыа]?)? чтения|хв(?:илин[иа]?)? читання)$/i,
  /^(?:©|\(c\)|copyright\b).{0,80}$/i,
  /^(?:https?:\/\/|www\.)\S+$/i,
  /^(?:share|follow us|tweet|like us|find us|join us) (?:this |us )?(?:on|via) (?:facebook|twitter|x|instagram|whatsapp|telegram|linkedin|youtube|google news|email)$/i,
  /^(?:责任编辑|責任編輯|编辑|編輯|来源|來源|原标题|图片来源|圖片來源|作者)[：:].{1,30}$/,
  /^(?:photo|foto|image|bild|fotografía|фото|zdjęcie|fotoğraf|写真|사진)(?: credit| by)?[:：©] ?.{1,50}$/i,
  /^(?:last )?(?:updated|published|modified|posted|aktualisiert|actualizado|publicado|mis à jour|publié|aggiornato|опубликовано|обновлено|оновлено|diperbarui|diterbitkan)(?: on| le| el| em| il| am)?:? .{0,30}\b\d{4}\b.{0,20}$/i,
];
