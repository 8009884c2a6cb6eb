/**
 * Names of people in Chinese and Korean text, by how they are built: a frequent family name and a given name of one or two
 * characters, after an office or before a verb of speech. No Latin text need have the name.
 */
import type { AlignedDocument } from '../../types.ts';

const chinese =
  '王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严赖覃洪武莫孔汤向常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝骆路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝' +
  '張劉陳楊黃趙吳孫馬鄭謝許鄧馮韓蕭葉蔣蘇呂盧鍾譚陸賈韋鄒龍賀顧龔邵萬錢嚴賴湯樊齊喬龐顏莊聶魯嶽歐關蘭寧紀畢單塗穀藍駱遊華車項連麥婁竇黨宮費衛應閔鄔邊師榮叢鞏遲鄺';
const offices =
  '董事长|总经理|经理|总裁|总统|主席|书记|部长|市长|省长|州长|县长|镇长|村长|局长|司长|处长|科长|主任|教授|记者|主编|编辑|发言人|队长|船长|机长|教练|律师|医生|医师|院长|校长|所长|会长|秘书长|研究员|专家|负责人|工程师|设计师|总指挥|指挥|骑手|居民|村民|矿工|工人|司机|学生|老师|教师|演员|导演|先生|女士|总理|首相|外长|大使|司令|将军|法官|检察官|议员|代表|委员|员工|站长|行长|店主|父亲|母亲|渔民|' +
  '董事長|總經理|經理|總裁|總統|主席|部長|市長|縣長|局長|處長|主任|記者|主編|發言人|隊長|船長|機長|教練|律師|醫生|院長|校長|所長|會長|秘書長|研究員|專家|負責人|導演|演員|總理|外長|大使|將軍|議員|代表|委員|漁民|居民|董座|組長|館長|執行長';
const speech =
  '说|表示|认为|指出|称|介绍|告诉|透露|强调|宣布|回应|坦言|说道|写道|證實|证实|說|認為|稱|介紹|告訴|強調|回應|指|在|于|於|，|、|。|）|（|\\(|的|与|與|和|为|為|在|对|對|将|將|已|则|也|还|還|从|從|向|出席|接受|担任|擔任|当|當';
const afterOffice = new RegExp(`(?:${offices})([${chinese}]\\p{Script=Han}{1,2}?)(?=${speech})`, 'gu');
const beforeSpeech = new RegExp(
  `(?<=^|[，。；、“”（]|[:：])([${chinese}]\\p{Script=Han}{1,2}?)(?=说|表示|认为|指出|强调|坦言|告诉|介绍|透露|說|認為|強調|告訴|介紹|，\\d{2}岁|，\\d{2}歲|（\\d{2}岁）)`,
  'gu',
);

const korean =
  '김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국';
const koreanOffices =
  '대통령|총리|장관|차관|의원|대표|회장|사장|교수|기자|위원장|시장|지사|대변인|감독|선수|씨|변호사|판사|검사|경찰서장|본부장|원장|소장|팀장|국장|실장';
const koreanName = new RegExp(`(?<![\\p{L}])([${korean}]\\p{Script=Hangul}{2})(?= (?:${koreanOffices})|씨)`, 'gu');

/** Strings that are names of people by their build. */
export function builtNames({ language, sentences }: AlignedDocument): Set<string> {
  const base = language.split('-')[0]!;
  const patterns = base === 'zh' || base === 'yue' ? [afterOffice, beforeSpeech] : base === 'ko' ? [koreanName] : [];
  const names = new Set<string>();
  for (const { text } of sentences) for (const pattern of patterns) for (const match of text.matchAll(pattern)) names.add(match[1]!);
  return names;
}
