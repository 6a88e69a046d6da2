import { PNG } from 'pngjs'

/** A page before and after its newsroom went over it. The towns, people and outlets are invented. */
export interface EditedStory {
  readonly language: string
  readonly before: PageParts
  readonly after: PageParts
}

export interface PageParts {
  readonly headline: string
  readonly site: string
  readonly author: string
  /** Markup between byline and footer. */
  readonly body: string
  /** What stands around the story and is no part of it. */
  readonly around?: string
  readonly modified?: string
}

export function pageOf(
  language: string,
  { headline, site, author, body, around, modified }: PageParts,
): string {
  const dir = language === 'ar' ? ' dir="rtl"' : ''
  return `<!doctype html><html lang="${language}"${dir}><head><meta charset="utf-8"><title>${headline} | ${site}</title>
<meta property="og:type" content="article"><meta property="og:title" content="${headline}"><meta property="og:site_name" content="${site}">
<meta name="author" content="${author}"><meta property="article:published_time" content="2026-03-02T06:30:00Z">
${modified ? `<meta property="article:modified_time" content="${modified}">` : ''}</head><body>
<nav><a href="/">A</a> <a href="/b">B</a></nav><main><article><h1>${headline}</h1>${body}</article></main>
<aside>${around ?? ''}</aside><footer><p>© ${site}</p></footer></body></html>`
}

const paragraphs = (...texts: readonly string[]): string => texts.map(text => `<p>${text}</p>`).join('\n')

/** A picture by the colour of each of its places. */
function picture(colour: (x: number, y: number) => readonly [number, number, number]): Uint8Array {
  const png = new PNG({ width: 480, height: 240 })
  for (let y = 0; y < 240; y++) {
    for (let x = 0; x < 480; x++) png.data.set([...colour(x, y), 255], (y * 480 + x) * 4)
  }
  return new Uint8Array(PNG.sync.write(png))
}

/** Path on the site, and the picture there. */
export const PICTURES: Readonly<Record<string, Uint8Array>> = {
  '/wall-in-autumn.png': picture((x, y) =>
    y > 150 + 20 * Math.sin(x / 40) ? [60, 90, 120] : [225, 232, 240],
  ),
  '/wall-in-spring.png': picture((x, y) =>
    Math.hypot(x - 240, y - 130) < 90 ? [235, 190, 90] : x % 96 < 12 ? [40, 30, 30] : [120, 60, 50],
  ),
}

const post = (words: string) =>
  `<blockquote class="twitter-tweet"><p lang="en" dir="ltr">${words}</p>&mdash; Runa Holm (@runaholm) <a href="https://twitter.com/runaholm/status/1891584312870125568">March 1, 2026</a></blockquote>`

const table = (rows: readonly (readonly [string, string])[]) =>
  `<table><caption>Cracks in the wall</caption><tr><th>Section</th><th>Cracks</th></tr>${rows
    .map(([section, cracks]) => `<tr><td>${section}</td><td>${cracks}</td></tr>`)
    .join('')}</table>`

const WALL = {
  lead: 'The harbour board met for six hours on Tuesday and sent the plan for a new sea wall back to its engineers.',
  survey: 'A survey of the wall found 37 cracks, eleven more than the one from last spring.',
  late: '“We would rather be late than wet,” said Runa Holm, who chairs the board.',
  money: 'The county has set aside 4.2 million crowns, a little over half of what is needed.',
  letter: 'People who live behind the wall were told in a letter that reached most of them on Monday.',
  quay: 'No ferry will be able to use the inner quay before the work is done. It will be March at the earliest.',
  alleged: 'The former engineer allegedly signed the report without having seen the wall.',
  old: 'The wall was built in 1931, of stone from the quarry on Norholm, and was last raised in 1974.',
}

/** Everything at once: headline, byline, picture, caption, post, table, figures, a moved paragraph, a split. */
export const RICH: EditedStory = {
  language: 'en',
  before: {
    headline: 'Harbour board sends sea wall plan back',
    site: 'Quay Post',
    author: 'Eskil Brandt',
    body: `<figure><img src="/wall-in-autumn.png" alt="The sea wall"><figcaption>The wall at low water in autumn. Photo: Quay Post</figcaption></figure>
${paragraphs(WALL.lead, WALL.survey, WALL.late, WALL.money)}
<h2>What people were told</h2>${paragraphs(WALL.letter, `${WALL.quay} ${WALL.alleged}`)}
${table([
  ['North', '12'],
  ['Middle', '16'],
  ['South', '9'],
])}
${post('Six hours, and no wall. We will be back in a month.')}
${paragraphs(WALL.old)}`,
  },
  after: {
    headline: 'Sea wall will be late, harbour board says',
    site: 'Quay Post',
    author: 'Eskil Brandt and Ida Roos',
    modified: '2026-03-03T09:15:00Z',
    body: `<figure><img src="/wall-in-spring.png" alt="The sea wall"><figcaption>The wall after the storm in March. Photo: Quay Post</figcaption></figure>
${paragraphs(
  WALL.lead,
  WALL.old,
  WALL.survey.replace('37 cracks, eleven', '39 cracks, thirteen'),
  WALL.late.replace('late than wet', 'slow than sorry'),
  WALL.money,
)}
<h2>What people were told</h2>${paragraphs(
      WALL.letter,
      'No ferry will be able to use the inner quay before the work is done. The former engineer signed the report without having seen the wall.',
    )}
${table([
  ['North', '12'],
  ['Middle', '18'],
  ['South', '9'],
])}
${post('Six hours, and still no wall. We will be back in two months.')}
<p class="correction">Correction: an earlier version of this article gave the number of cracks as 37. It is 39.</p>`,
  },
}

const AROUND = (views: number) => `<h3>Most read</h3><p>${views} views</p>`

/** Typography and a related box: nothing a reader would call a change. */
export const NOISE: EditedStory = {
  language: 'en',
  before: {
    headline: 'A quiet week on the quay',
    site: 'Quay Post',
    author: 'Ida Roos',
    body: paragraphs(WALL.lead, WALL.late, WALL.money, WALL.old, '1,204 views'),
    around: AROUND(1204),
  },
  after: {
    headline: 'A quiet week on the quay',
    site: 'Quay Post',
    author: 'Ida Roos',
    body: paragraphs(
      WALL.lead,
      WALL.late.replaceAll(/[“”]/g, '"'),
      WALL.money,
      WALL.old.replace(' and was', '  and was'),
      '1,377 views',
    ),
    around: AROUND(1377),
  },
}

export const ARABIC: EditedStory = {
  language: 'ar',
  before: {
    headline: 'العاصفة تغلق الجسر القديم في المدينة',
    site: 'بريد المرفأ',
    author: 'ليلى حداد',
    body: paragraphs(
      'وصلت العاصفة إلى المدينة قبل فجر يوم الاثنين، وأغلقت البلدية الجسر القديم أمام السيارات.',
      'قضى نحو 300 شخص الليلة في قاعة المدرسة، وقال أحدهم إن الماء دخل البيوت خلال دقائق.',
      'قال رئيس البلدية سامي نجار: «الجسر آمن ولن يغلق أكثر من يومين».',
      'تعود آخر عاصفة بهذه القوة إلى عام 1998، حين انقطعت الكهرباء عن الحي تسعة أيام.',
      'يجتمع المجلس غداً مرة أخرى للحديث عن أعمال الإصلاح وتكلفتها.',
    ),
  },
  after: {
    headline: 'العاصفة تغلق الجسر القديم أسبوعاً كاملاً',
    site: 'بريد المرفأ',
    author: 'ليلى حداد',
    body: paragraphs(
      'وصلت العاصفة إلى المدينة قبل فجر يوم الاثنين، وأغلقت البلدية الجسر القديم أمام السيارات.',
      'تعود آخر عاصفة بهذه القوة إلى عام 1998، حين انقطعت الكهرباء عن الحي تسعة أيام.',
      'قضى نحو 320 شخصاً الليلة في قاعة المدرسة، وقال أحدهم إن الماء دخل البيوت خلال دقائق.',
      'قال رئيس البلدية سامي نجار: «الجسر آمن ولن يغلق أكثر من أسبوع».',
      'يجتمع المجلس غداً مرة أخرى للحديث عن أعمال الإصلاح وتكلفتها.',
      'تصحيح: ذكرت نسخة سابقة من هذا المقال أن 300 شخص قضوا الليلة في المدرسة، والصحيح 320.',
    ),
  },
}

export const CHINESE: EditedStory = {
  language: 'zh',
  before: {
    headline: '暴雨封闭老城大桥',
    site: '港口邮报',
    author: '林晓梅',
    body: paragraphs(
      '暴雨在星期一凌晨抵达本市，市政府随即封闭了老城大桥，禁止一切车辆通行。',
      '约有300人在学校礼堂过夜，其中一人说，水在几分钟之内就进了屋子。',
      '市长陈国强说：“大桥是安全的，封闭不会超过两天。”',
      '上一次这样大的暴雨是在1998年，当时这个街区停电九天。',
      '市议会明天将再次开会，讨论修复工程及其费用。',
    ),
  },
  after: {
    headline: '暴雨封闭老城大桥整整一周',
    site: '港口邮报',
    author: '林晓梅',
    body: paragraphs(
      '暴雨在星期一凌晨抵达本市，市政府随即封闭了老城大桥，禁止一切车辆通行。',
      '上一次这样大的暴雨是在1998年，当时这个街区停电十天。',
      '约有320人在学校礼堂过夜，其中一人说，水在几分钟之内就进了屋子。',
      '市长陈国强说：“大桥是安全的，封闭不会超过一周。”',
      '市议会明天将再次开会，讨论修复工程及其费用。两名工程师已经检查了桥墩。',
    ),
  },
}

const AGENCY =
  'The freighter lost power shortly after midnight and drifted for two hours before a tug reached it off the cape.'

interface Outlets {
  readonly one: PageParts
  readonly other: PageParts
}

/** Two outlets on one event, with a sentence of an agency in both. */
export const OUTLETS: Outlets = {
  one: {
    headline: 'Rusty freighter wakes the islanders',
    site: 'Island Courier',
    author: 'Jonas Reke',
    body: paragraphs(
      'Islanders woke to the sight of a rusty hull on the reef.',
      `${AGENCY} At least 82 people were on the quay by noon.`,
      '“We had no light and no engine, and we were drifting towards the rocks all night,” said the mate, Ida Roos.',
      'The school on the hill opened its gym to the crew, and bakers brought bread and soup until the evening.',
      'The reef has been a bird reserve since 1961.',
    ),
  },
  other: {
    headline: 'Strait closed for a day after engine failure',
    site: 'Strait Times',
    author: 'Marta Lind',
    body: paragraphs(
      'Shipping through the strait was held up for most of Tuesday, and insurers put the damage at 4 million crowns.',
      AGENCY.replace('shortly after midnight', 'just after midnight'),
      'The mate, Ida Roos, told this paper: “We had no engine and no radio, and we were drifting towards the rocks all night.”',
      'Some 83 people were on the quay by noon to see the tug come in.',
      'A pilot association has asked for a second tug for years, without an answer from the ministry in the capital.',
    ),
  },
}

/** The same in Arabic, where the words of the page run against those of the exhibit. */
export const ARABIC_OUTLETS: Outlets = {
  one: {
    headline: 'سفينة صدئة توقظ أهل الجزيرة',
    site: 'بريد الجزيرة',
    author: 'سامي نجار',
    body: paragraphs(
      'استيقظ أهل الجزيرة صباح الثلاثاء على مشهد هيكل صدئ فوق الصخور القريبة من الميناء القديم.',
      'فقدت السفينة محركها بعد منتصف الليل بقليل وظلت تنجرف ساعتين قبل أن تصل إليها قاطرة عند الرأس.',
      'قتل 82 شخصاً في حوادث من هذا النوع منذ عام 1998، بحسب سلطة الموانئ.',
      'قالت ليلى حداد: «لم يكن لدينا ضوء ولا محرك وكنا ننجرف نحو الصخور طوال الليل».',
      'فتحت المدرسة قاعتها للطاقم وجاء الخبازون بالخبز والحساء حتى المساء.',
    ),
  },
  other: {
    headline: 'إغلاق المضيق يوماً كاملاً بعد عطل في محرك',
    site: 'أخبار المضيق',
    author: 'منى الخطيب',
    body: paragraphs(
      'توقفت الملاحة في المضيق معظم يوم الثلاثاء، وقدرت شركات التأمين الخسائر بأربعة ملايين.',
      'فقدت السفينة محركها بعد منتصف الليل مباشرة وظلت تنجرف ساعتين قبل أن تصل إليها قاطرة عند الرأس.',
      'وقتل 83 شخصاً في حوادث من هذا النوع منذ عام 1998، كما تقول الوزارة.',
      'وقالت ليلى حداد لهذه الصحيفة: «لم يكن لدينا محرك ولا راديو وكنا ننجرف نحو الصخور طوال الليل».',
      'تطالب نقابة المرشدين منذ سنوات بقاطرة ثانية ولم تتلق جواباً من العاصمة.',
    ),
  },
}
