import type { CountedWords, DateWords, FurnitureWords, NumberWords, Script } from './language.ts';

/** Korean. */
export const name = 'Korean';

export const script: Script = 'hangul';

export const furniture: FurnitureWords = {
  lines: [
    '홈',
    '검색',
    '공유',
    '공유하기',
    '관련기사',
    '관련 기사',
    '추천기사',
    '많이 본 뉴스',
    '인기기사',
    '광고',
    '댓글',
    '댓글쓰기',
    '로그인',
    '회원가입',
    '구독',
    '구독하기',
    '문의',
    '개인정보처리방침',
    '무단전재 및 재배포 금지',
    '더보기',
    '다음',
    '이전',
    '인쇄',
    '사진',
    '동영상',
    '메뉴',
  ],
  patterns: [/^사진[:：©] ?.{1,50}$/],
};

export const dates: DateWords = {
  characters: true,
  weekdayPattern: /([월화수목금토일])요일/gu,
  weekdaySigns: ['월', '화', '수', '목', '금', '토', '일'],
  relative: {
    어제: -1,
    내일: 1,
  },
  spans: {
    지난주: ['week', -1],
    지난달: ['month', -1],
    작년: ['year', -1],
    지난해: ['year', -1],
    올해: ['year', 0],
    내년: ['year', 1],
  },
};

export const numbers: NumberWords = {
  decimal: '.',
  loose: {
    하나: 1,
    한: 1,
    첫: 1,
    첫째: 1,
    둘: 2,
    두: 2,
    둘째: 2,
    셋: 3,
    세: 3,
    셋째: 3,
    넷: 4,
    네: 4,
    다섯: 5,
    여섯: 6,
    일곱: 7,
    여덟: 8,
    아홉: 9,
    열: 10,
    스무: 20,
    절반: 0.5,
    반: 0.5,
  },
  percent: ['퍼센트', '프로'],
  halfPast: ['{hour}시 반', '{hour} 시 반', '{hour}시반'],
  hours: { 열한: 11, 열두: 12, '열 한': 11, '열 두': 12 },
};

export const counted: CountedWords = {
  kilometre: ['km*', '킬로*'],
  mile: ['마일*'],
};
