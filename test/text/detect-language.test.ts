import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage, guessQuickly } from '../../src/text/detect-language.ts';
import { LEAST_LANGUAGE_CONFIDENCE } from '../../src/text/language-confidence.ts';

describe('detectLanguage', () => {
  it.each([
    ['en', 'The envoy met the president on Friday, and they talked for three hours about the war.'],
    ['id', 'Presiden mengatakan bahwa perundingan itu bisa berlangsung karena kedua pihak sudah setuju.'],
    ['ms', 'Presiden berkata bahawa rundingan itu boleh berlangsung kerana kedua-dua pihak telah bersetuju.'],
    ['zh', '总统表示，谈判进展顺利，双方将继续对话。'],
    ['zh-Hant', '總統表示，談判進展順利，雙方將繼續對話。'],
    ['es', 'El presidente dijo que las conversaciones de paz iban bien y que seguirían el lunes.'],
    ['el', 'Ο πρόεδρος είπε ότι οι συνομιλίες πήγαν καλά.'],
    ['ru', 'Президент заявил, что переговоры прошли хорошо и будут продолжены.'],
    ['uk', 'Президент заявив, що переговори пройшли добре і їх буде продовжено.'],
    ['de', 'Der Präsident sagte, dass die Gespräche gut verlaufen sind und am Montag weitergehen.'],
    ['fr', 'Le président a déclaré que les négociations se passaient bien et continueraient lundi.'],
    ['ja', '大統領は、協議が順調に進んでいると述べた。'],
    ['vi', 'Tổng thống nói rằng các cuộc đàm phán đang diễn ra tốt đẹp.'],
    ['ar', 'قال الرئيس إن المحادثات جرت بشكل جيد وستستمر يوم الاثنين.'],
    ['pt', 'O presidente disse que as conversações correram bem e que vão continuar na segunda-feira.'],
    ['it', 'Il presidente ha detto che i colloqui sono andati bene e che continueranno lunedì.'],
    ['nl', 'De president zei dat de gesprekken goed verliepen en maandag worden voortgezet.'],
    ['tr', 'Cumhurbaşkanı görüşmelerin iyi geçtiğini ve pazartesi günü devam edeceğini söyledi.'],
    ['pl', 'Prezydent powiedział, że rozmowy przebiegły dobrze i będą kontynuowane w poniedziałek.'],
    ['ko', '대통령은 회담이 잘 진행되고 있다고 말했다.'],
    ['hi', 'राष्ट्रपति ने कहा कि बातचीत अच्छी रही और सोमवार को जारी रहेगी।'],
    ['th', 'ประธานาธิบดีกล่าวว่าการเจรจาเป็นไปด้วยดี'],
    ['he', 'הנשיא אמר שהשיחות עברו היטב.'],
    ['fa', 'رئیس جمهور گفت که گفتگوها خوب پیش رفت و ادامه می‌یابد.'],
    ['sv', 'Presidenten sade att samtalen gick bra och att de ska fortsätta på måndag.'],
    ['ka', 'პრეზიდენტმა განაცხადა, რომ მოლაპარაკებები კარგად მიმდინარეობს.'],
  ])('tells %s', (language, text) => {
    const guess = detectLanguage(text);
    expect(guess.language).toBe(language);
    expect(guess.confidence).toBeGreaterThanOrEqual(LEAST_LANGUAGE_CONFIDENCE);
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n '],
    ['digits and marks', '12:45 … 3,5 %'],
    ['one word of many languages', 'OK'],
    ['a name', 'Xqz'],
    ['no language', 'lorem xqzt dolor bzzt amet'],
  ])('does not guess at %s', (_name, text) => {
    const guess = detectLanguage(text);
    expect(guess.language).toBe('und');
    expect(guess.confidence).toBeLessThan(LEAST_LANGUAGE_CONFIDENCE);
  });

  it('takes Chinese whose characters are common to both forms for simplified', () => {
    expect(detectLanguage('人人生而自由').language).toBe('zh');
  });

  it('lowers the confidence for few letters, and for a mixture of scripts', () => {
    expect(detectLanguage('我').language).toBe('und');
    expect(detectLanguage('你好').language).toBe('zh');
    const han = 2.5 * 6;
    expect(detectLanguage('人人生而自由').confidence).toBeCloseTo(0.97, 9);
    expect(detectLanguage(`人人生而自由 ${'a'.repeat(14)}`).confidence).toBeCloseTo((0.97 * (han / (han + 14))) / 0.6, 9);
  });

  it('decides short texts by letters that one language of the script has, before n-grams', () => {
    expect(guessQuickly('Ўзгорак')).toMatchObject({ language: 'be', confidence: expect.closeTo(0.668, 3) });
    expect(guessQuickly('Ґанок біля ґрунту')).toMatchObject({ language: 'uk', confidence: expect.closeTo(0.88, 3) });
    expect(guessQuickly('Њујорк је град').language).toBe('sr');
  });

  it('is not led astray by foreign names', () => {
    expect(detectLanguage('据美国政府官员称，Steve Witkoff 和 Jared Kushner 已邀请 Rustem Umerov 前往迈阿密进行和谈。').language).toBe(
      'zh',
    );
    expect(detectLanguage('The paper 人民日报 wrote that 习近平 had met him in 北京 for talks about the war.').language).toBe('en');
  });

  it('reads all of a long text, evenly: a foreign beginning does not decide', () => {
    const text = 'This is the introduction, in English. '.repeat(50) + '谈判进展顺利，双方将继续对话。'.repeat(2000);
    expect(detectLanguage(text).language).toBe('zh');
  });

  it('answers soon however long the text, and never throws', () => {
    const started = performance.now();
    detectLanguage('The talks went on for hours in the city. '.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(1000);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { language, confidence } = detectLanguage(text);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(language === 'und').toBe(confidence < LEAST_LANGUAGE_CONFIDENCE);
      }),
      { seed: 20260226, numRuns: 300 },
    );
  });
});
