/** What users reported of other aligners, splitters, readers and name matchers, and what was right here: it stays so. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { textOfFile } from '../src/cli/read-inputs.ts';
import { alignSentences, bitextAlignment, detectLanguage, findDivergences, formats, nameSimilarity, splitSentences } from '../src/index.ts';

describe('sentences', () => {
  test.each<[string, string, string[]]>([
    ['de', '»Die Lage ist ernst. Wir warten ab.« Das schrieb Anna.', ['»Die Lage ist ernst.', 'Wir warten ab.«', 'Das schrieb Anna.']],
    ['ja', '「先に行くよ。」「待ってくれ。」二人は駅へ走った。', ['「先に行くよ。」', '「待ってくれ。」', '二人は駅へ走った。']],
    ['en', "It became the Ph.D.'s duty to measure the lake. She left.", ["It became the Ph.D.'s duty to measure the lake.", 'She left.']],
    [
      'en',
      'She is an M.D.: a surgeon from Leeds. He gave a Ph.D.-level lecture.',
      ['She is an M.D.: a surgeon from Leeds.', 'He gave a Ph.D.-level lecture.'],
    ],
    [
      'en',
      'Okafor et al. [2011] measured the lake. Their result stood.',
      ['Okafor et al. [2011] measured the lake.', 'Their result stood.'],
    ],
    [
      'en',
      'Orchard Corp. Asia Pacific posted a profit. The rule covers U.S. Government staff.',
      ['Orchard Corp. Asia Pacific posted a profit.', 'The rule covers U.S. Government staff.'],
    ],
    ['en', 'He gave me plan A. I wanted plan B. We settled on C.', ['He gave me plan A.', 'I wanted plan B.', 'We settled on C.']],
    ['en', 'We sell apples, pears, etc. Come and see.', ['We sell apples, pears, etc.', 'Come and see.']],
    [
      'en',
      '“Can this be — ?” The hall fell silent. “So you came . . . what a joy.” He left.',
      ['“Can this be — ?”', 'The hall fell silent.', '“So you came . . . what a joy.”', 'He left.'],
    ],
    [
      'ru',
      'Мама вымыла окно… Папа сел за стол... Стой!.. Куда ты?.. Он ушёл.',
      ['Мама вымыла окно…', 'Папа сел за стол...', 'Стой!..', 'Куда ты?..', 'Он ушёл.'],
    ],
  ])('%s: %s', (language, text, expected) => {
    expect(splitSentences(text, { language }).map((sentence) => sentence.text)).toEqual(expected);
  });

  test('megabytes without a mark, and quotes without end, are cut in time', () => {
    const start = process.cpuUsage().user;
    splitSentences('word '.repeat(800_000));
    splitSentences('"'.repeat(1_000_000));
    expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(20);
  });
});

describe('bitext', () => {
  const tmx = (units: string, srclang = 'en') => `<tmx version="1.4"><header srclang="${srclang}"/><body>${units}</body></tmx>`;
  const unit = (...variants: [string, string][]) =>
    `<tu>${variants.map(([language, text]) => `<tuv xml:lang="${language}">${text}</tuv>`).join('')}</tu>`;
  const seg = (text: string) => `<seg>${text}</seg>`;
  const sides = (alignment: ReturnType<typeof formats.tmx.read>) =>
    alignment.documents.map(({ sentences }) => sentences.map(({ text }) => text));

  test('units in differing pairs of languages are chosen from', () => {
    const text = tmx(unit(['en', seg('One.')], ['de', seg('Eins.')]) + unit(['en', seg('One.')], ['es', seg('Uno.')]));
    expect(sides(formats.tmx.read(text, { source: 'en', target: 'es' }))).toEqual([['One.', 'One.'], ['Uno.']]);
  });

  test('srclang="*all*" loses no unit', () => {
    const text = tmx(unit(['en', seg('One.')], ['es', seg('Uno.')]) + unit(['es', seg('Dos.')], ['en', seg('Two.')]), '*all*');
    expect(sides(formats.tmx.read(text))).toEqual([
      ['One.', 'Two.'],
      ['Uno.', 'Dos.'],
    ]);
  });

  test('elements of other formats inside a segment keep their text', () => {
    const text = tmx(unit(['en', seg('Press <g id="1">Save</g> now.<x id="2"/>')], ['es', seg('Pulse <g id="1">Guardar</g>.')]));
    expect(sides(formats.tmx.read(text))).toEqual([['Press Save now.'], ['Pulse Guardar.']]);
  });

  test.each([
    ['a variant without a segment', unit(['en', 'One.'], ['es', 'Uno.'])],
    ['an emoji as two references to halves of it', unit(['en', seg('&#xD83D;&#xDCD6; One.')], ['es', seg('Uno.')])],
  ])('%s is refused, not read as nothing', (_, units) => {
    expect(() => formats.tmx.read(tmx(units))).toThrow(expect.objectContaining({ code: 'FORMAT_INVALID' }) as never);
  });

  test('what may be ignored between segments empties no unit', () => {
    const text = `<xliff version="2.0" srcLang="en" trgLang="es"><file id="f"><unit id="u"><segment><source>One.</source><target>Uno.</target></segment><ignorable><source> </source></ignorable><segment><source>Two.</source><target>Dos.</target></segment></unit></file></xliff>`;
    expect(sides(formats.xliff.read(text))).toEqual([
      ['One.', 'Two.'],
      ['Uno.', 'Dos.'],
    ]);
  });

  test('an empty line of a Moses file shifts nothing', () => {
    const read = formats.moses.read({ source: 'One.\nTwo.\nThree.\n', target: 'Uno.\n\nTres.\n' });
    expect(read.pairs[0]!.beads.map(({ source, target }) => [source, target])).toEqual([
      [
        [0, 1],
        [0, 1],
      ],
      [
        [1, 2],
        [1, 1],
      ],
      [
        [2, 3],
        [1, 2],
      ],
    ]);
  });

  test('line ends of any kind inside a segment break no Moses file', () => {
    const read = formats.tmx.read(tmx(unit(['en', seg('One\ntwo\u2028three\u0085four')], ['es', seg('Uno')])));
    expect(formats.moses.write(read)).toEqual({ source: 'One two three four\n', target: 'Uno\n' });
  });

  test('quotation marks without partner, and backslashes, are characters of a TSV of other tools', () => {
    expect(sides(formats.tsv.read('"One.\t"Uno.\nOpen C:\\new\\table.txt.\tAbra C:\\new\\table.txt.\n'))).toEqual([
      ['"One.', 'Open C:\\new\\table.txt.'],
      ['"Uno.', 'Abra C:\\new\\table.txt.'],
    ]);
  });

  test('LF Aligner text with a mark and a column of files; hunalign text with joints and negative values; three languages', () => {
    expect(sides(formats.tsv.read('\ufeffOne.\tUno.\ta.txt\n\tDos.\ta.txt\n'))).toEqual([['One.'], ['Uno.', 'Dos.']]);
    expect(sides(formats.tsv.read('One.\tUno.\t0.31\nTwo ~~~ three.\tDos.\t-0.2\n'))).toEqual([
      ['One.', 'Two', 'three.'],
      ['Uno.', 'Dos.'],
    ]);
    expect(formats.tsv.read('One.\tUno.\tUn.\n').warnings).toEqual([{ code: 'VALUES_DROPPED', message: expect.any(String) }]);
  });

  test('memories of translate-toolkit, with line ends and markup in them', () => {
    const text = tmx(unit(['en', seg('One.\nTwo %s &amp; &lt;b&gt;x&lt;/b&gt;')], ['es', seg('Uno.\nDos')]));
    expect(formats.moses.write(formats.tmx.read(text)).source).toBe('One. Two %s & <b>x</b>\n');
  });
});

describe('files', () => {
  const docx = (body: string, namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main') =>
    textOfFile(
      zipSync({ 'word/document.xml': strToU8(`<w:document xmlns:w="${namespace}"><w:body>${body}</w:body></w:document>`) }),
      'a.docx',
    );
  const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
  const html = (body: string) => textOfFile(strToU8(`<html><body>${body}</body></html>`), 'a.html');
  const one = 'The ferry left the harbour at noon with forty passengers and two goats on board, the port office said.';
  const two = 'The sea was rough and the crew asked everybody to stay below deck until they had passed the cape.';

  test('a hyphen that does not break is a hyphen', async () => {
    expect(await docx('<w:p><w:r><w:t>in 1</w:t><w:noBreakHyphen/><w:t>24 hours</w:t></w:r></w:p>')).toBe('in 1-24 hours');
  });

  test('smart tags, content controls and custom XML keep their text', async () => {
    const inner = `<w:smartTag>${run('One ')}</w:smartTag><w:sdt><w:sdtContent>${run('two ')}</w:sdtContent></w:sdt><w:customXml>${run('three.')}</w:customXml>`;
    expect(await docx(`<w:p>${inner}</w:p><w:sdt><w:sdtContent><w:p>${run('Four.')}</w:p></w:sdtContent></w:sdt>`)).toBe(
      'One two three.\nFour.',
    );
  });

  test('strict Open XML is read', async () => {
    expect(await docx(`<w:p>${run('One.')}</w:p>`, 'http://purl.oclc.org/ooxml/wordprocessingml/main')).toBe('One.');
  });

  test('the spine orders a book, addresses are decoded, the page of contents is no prose', async () => {
    const parts = {
      'META-INF/container.xml': '<container><rootfile full-path="o/b.opf"/></container>',
      'o/b.opf':
        '<package><item id="n" href="n.xhtml" properties="nav"/><item id="b" href="b.xhtml"/><item id="a" href="a%20a.xhtml"/><spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>',
      'o/n.xhtml': '<p>Contents</p>',
      'o/a a.xhtml': '<p>One.</p>',
      'o/b.xhtml': '<p>Two.</p>',
    };
    expect(
      await textOfFile(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))), 'a.epub'),
    ).toBe('One.\nTwo.');
  });

  test.each([
    ['an article inside main is there once', `<main><article><div><br>${one}</div><p>Short.</p></article></main>`, `${one}\nShort.`],
    [
      'short paragraphs in blocks within blocks stay, hidden ones go',
      `<div class="chapter"><div><div><div><span>${one}</span></div></div></div><div><div><span>“Gotcha.”</span></div></div><div><div><span>${two}</span></div></div><div><div><span>${one}</span></div></div><div style="display:none"><p>${two}</p></div></div>`,
      `${one}\n“Gotcha.”\n${two}\n${one}`,
    ],
    ['a lead may be a heading', `<article><h1>Goat</h1><h2>${one}</h2><p>${two}</p></article>`, `Goat\n${one}\n${two}`],
    [
      'comments go',
      `<article><p>${one}</p><p>${two}</p></article><section id="comments"><div class="comment"><p>${two}</p></div></section>`,
      `${one}\n${two}`,
    ],
    [
      'paragraphs of line breaks',
      `<div id="menu"><ul><li><a href="a">One</a></li></ul></div><div id="text">${one}<br><br>${two}</div>`,
      `${one}\n${two}`,
    ],
    [
      'pages laid out as tables',
      `<table><tr><td><a href="a">Home</a></td><td><font>${one}<p>${two}</font></td></tr></table>`,
      `${one}\n${two}`,
    ],
    [
      'banners about cookies go',
      `<div class="cookie-banner"><p>${two}</p></div><div class="story"><p>${one}</p><p>${two}</p></div>`,
      `${one}\n${two}`,
    ],
  ])('%s', async (_, body, expected) => {
    expect(await html(body)).toBe(expected);
  });

  test('verse, lists and tables of Markdown are lines', async () => {
    const markdown = 'The sea is wide  \nMy boat is tin\\\nThe gulls\n\n- Close\n- Wait\n\n| a | b |\n|---|---|\n| c | d |\n';
    expect(await textOfFile(strToU8(markdown), 'a.md')).toBe('The sea is wide\nMy boat is tin\nThe gulls\nClose\nWait\na\nb\nc\nd');
  });
});

describe('alignment', () => {
  const english = [
    'The ferry left the harbour at noon.',
    'The sea was rough that day.',
    'Nobody on board was hurt.',
    'They reached the island in the evening.',
  ];
  const german = [
    'Die Fähre verließ den Hafen um zwölf Uhr.',
    'Die See war an diesem Tag rau.',
    'An Bord wurde niemand verletzt.',
    'Am Abend erreichten sie die Insel.',
  ];
  const shapes = async (source: readonly string[], target: readonly string[]) =>
    (await alignSentences(source, target, { relation: 'parallel' })).beads.map(({ source: [a, b], target: [c, d] }) =>
      [a, b, c, d].join(' '),
    );

  test('a sentence without counterpart is forced on none', async () => {
    const extra = 'A bakery in Rome has sold bread in the shape of a cat since 1921, as its owner told a magazine.';
    expect(await shapes([...english.slice(0, 2), extra, ...english.slice(2)], german)).toEqual([
      '0 1 0 1',
      '1 2 1 2',
      '2 3 2 2',
      '3 4 2 3',
      '4 5 3 4',
    ]);
  });

  test('a refrain that stands twice is found twice', async () => {
    const refrain = (lines: readonly string[]) => [lines[0]!, lines[2]!, lines[1]!, lines[2]!, lines[3]!];
    expect(await shapes(refrain(english), refrain(german))).toEqual(['0 1 0 1', '1 2 1 2', '2 3 2 3', '3 4 3 4', '4 5 4 5']);
  });

  test('texts that have nothing in common are no failure', async () => {
    const { beads } = await alignSentences(english, ['Der Kuchen braucht drei Eier.', 'Man rührt den Teig lange.']);
    expect(beads.every(({ confidence }) => confidence >= 0 && confidence <= 1)).toBe(true);
  });

  test('six thousand equal lines on either side', async () => {
    const lines = Array.from({ length: 6000 }, () => 'Yes.');
    expect((await alignSentences(lines, lines, { relation: 'parallel' })).beads.length).toBeGreaterThan(0);
  });
});

test.each([
  ['渡轮离开了港口', 'zh'],
  ['The Sea', 'en'],
  ['Ferry to Lisbon', 'en'],
])('%s is told to be %s, or not told', (text, language) => {
  expect([language, 'und']).toContain(detectLanguage(text).language);
});

describe('numbers that are one are no finding', () => {
  test.each<[string, string, string, string]>([
    ['en', 'He paid 30 thousand reais.', 'pt', 'Ele pagou 30 mil reais.'],
    ['en', 'It cost 2.4 million.', 'pt', 'Custou 2,4 milhões.'],
    ['en', 'Half a million people came.', 'de', 'Es kamen 500.000 Menschen.'],
    ['en', 'They bought a dozen eggs.', 'de', 'Sie kauften 12 Eier.'],
    ['en', 'It has 1,500,000 inhabitants.', 'de', 'Es hat 1’500’000 Einwohner.'],
    ['en', 'It cost 300,000 rupees.', 'hi', 'इसकी कीमत 3 लाख रुपये थी।'],
    ['en', 'There were 250 ships.', 'ar', 'كانت هناك ٢٥٠ سفينة.'],
    ['en', 'It began at 3:30 p.m.', 'de', 'Es begann um 15.30 Uhr.'],
    ['en', 'In the 1990s it was rich.', 'de', 'In den 1990er Jahren war es reich.'],
    ['en', 'It took 15 to 20 days.', 'de', 'Es dauerte 15–20 Tage.'],
    ['en', 'They won 3-1.', 'de', 'Sie gewannen 3:1.'],
    ['en', 'It is worth 2bn euros.', 'de', 'Es ist 2 Milliarden Euro wert.'],
    ['en', 'There are 25 rooms.', 'th', 'มี ๒๕ ห้อง'],
    ['en', 'Elizabeth II came.', 'zh', '伊丽莎白二世来了。'],
    ['en', 'It lost 1,000 million euros.', 'pt', 'Perdeu mil milhões de euros.'],
  ])('%s: %s — %s: %s', (from, source, to, target) => {
    const alignment = bitextAlignment({ language: from, sentences: [source] }, { language: to, sentences: [target] }, [
      { source: [0], target: [0] },
    ]);
    expect(findDivergences(alignment, { rules: ['number', 'date'] })).toEqual([]);
  });
});

describe('names', () => {
  test('a patronymic that is left out says less against a name than one that is another', () => {
    const full = 'Sergei Ivanovich Petrov';
    expect(nameSimilarity(full, 'Sergei Petrov')).toBeGreaterThan(nameSimilarity(full, 'Sergei Nikolaevich Petrov'));
  });

  test.each([
    ['NFD', 'Müller', 'Mu\u0308ller'],
    ['capitals', 'Müller', 'MÜLLER'],
    ['ligatures', 'Griffin', 'Gri\ufb03n'],
    ['full width', 'Witkoff', 'Ｗｉｔｋｏｆｆ'],
    ['a blank that does not break', 'Steve Witkoff', 'Steve\u00a0Witkoff'],
    ['presentation forms', 'محمد', 'ﻣﺤﻤﺪ'],
    ['harakat', 'محمد', 'مُحَمَّد'],
  ])('%s change no name', (_, name, other) => {
    expect(nameSimilarity(name, other)).toBeGreaterThan(0.95);
  });

  test('spellings of Arabic names, without accents, and short names', () => {
    expect(nameSimilarity('Mohammed', 'Muhammad')).toBeGreaterThan(0.8);
    expect(nameSimilarity('Nguyễn', 'Nguyen')).toBeGreaterThan(0.95);
    expect(nameSimilarity('Li', 'Wu')).toBeLessThan(0.6);
  });
});
