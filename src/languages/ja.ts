import type { CountedWords, DateWords, FurnitureWords, NumberWords, Script } from './language.ts';

/** Japanese. */
export const name = 'Japanese';

export const script: Script = 'kana';

export const furniture: FurnitureWords = {
  lines: [
    'ホーム',
    '検索',
    'シェア',
    'シェアする',
    '関連記事',
    '関連ニュース',
    'おすすめ記事',
    'おすすめ',
    '人気記事',
    'ランキング',
    '広告',
    'コメント',
    'コメントする',
    'ログイン',
    '会員登録',
    '登録',
    '購読',
    'フォロー',
    'お問い合わせ',
    'プライバシーポリシー',
    '利用規約',
    '無断転載禁止',
    '続きを読む',
    'もっと見る',
    '次へ',
    '前へ',
    '印刷',
    '写真',
    '動画',
    'メニュー',
  ],
  patterns: [/^写真[:：©] ?.{1,50}$/],
};

export const dates: DateWords = {
  characters: true,
  weekdayPattern: /([月火水木金土日])曜/gu,
  weekdaySigns: ['月', '火', '水', '木', '金', '土', '日'],
  relative: {
    昨日: -1,
    今日: 0,
    明日: 1,
  },
  spans: {
    先週: ['week', -1],
    今週: ['week', 0],
    来週: ['week', 1],
    先月: ['month', -1],
    今月: ['month', 0],
    来月: ['month', 1],
    去年: ['year', -1],
    昨年: ['year', -1],
    今年: ['year', 0],
    来年: ['year', 1],
  },
};

export const numbers: NumberWords = {
  decimal: '.',
  complete: false,
  percent: ['パーセント', '％'],
  han: true,
  halfPast: ['{hour}時半', '{hour}時 半'],
  eras: { 令和: 2018, 平成: 1988, 昭和: 1925, 大正: 1911, 明治: 1867, 民国: 1911, 民國: 1911 },
};

export const counted: CountedWords = {
  kilometre: ['km', 'キロ'],
  mile: ['マイル'],
};
