import type { Article } from '../../archive/model/article.ts'
import type { VerdictKind } from '../../archive/model/comparison.ts'
import type { Pictures } from '../../archive/model/normalised-article.ts'
import { anArticle, aPost, figure, paragraph } from './an-article.ts'

/** One story in one language, with other words for each of its parts. */
export interface Story {
  readonly title: string
  readonly otherTitle: string
  readonly byline: string
  readonly otherByline: string
  readonly paragraphs: readonly [string, string, string]
  readonly otherParagraph: string
  readonly caption: string
  readonly otherCaption: string
  readonly credit: string
  readonly otherCredit: string
  readonly post: string
  readonly otherPost: string
}

export const STORIES: Readonly<Record<string, Story>> = {
  English: {
    title: 'Storm closes “old” harbour bridge',
    otherTitle: 'Storm closes “new” harbour bridge',
    byline: 'Ana Ruiz',
    otherByline: 'Tom Weir',
    paragraphs: [
      'The storm reached the town before dawn on Monday.',
      'About 300 people spent the night in the school hall.',
      'The council will meet again tomorrow to talk about repairs.',
    ],
    otherParagraph: 'About 320 people spent the night in the school hall.',
    caption: 'Waves at the “northern” pier',
    otherCaption: 'Waves at the southern pier',
    credit: 'Photo: Ana Ruiz',
    otherCredit: 'Photo: harbour office',
    post: 'The bridge is safe, please stay at home.',
    otherPost: 'The bridge is not safe, please stay at home.',
  },
  Spanish: {
    title: 'El temporal cierra el “viejo” puente',
    otherTitle: 'El temporal abre el “viejo” puente',
    byline: 'Inés Cortázar',
    otherByline: 'Raúl Peña',
    paragraphs: [
      'El temporal llegó a la ciudad antes del amanecer del lunes.',
      'Unas 300 personas pasaron la noche en el salón de la escuela.',
      'El pleno se reunirá mañana otra vez para hablar de las obras.',
    ],
    otherParagraph: 'Unas 320 personas pasaron la noche en el salón de la escuela.',
    caption: 'Olas en el muelle “norte”',
    otherCaption: 'Olas en el muelle sur',
    credit: 'Foto: Inés Cortázar',
    otherCredit: 'Foto: Capitanía',
    post: 'El puente es seguro, quédense en casa.',
    otherPost: 'El puente no es seguro, quédense en casa.',
  },
  French: {
    title: 'La tempête ferme le “vieux” pont',
    otherTitle: 'La tempête épargne le “vieux” pont',
    byline: 'Élise Maçon',
    otherByline: 'Noël Aubry',
    paragraphs: [
      'La tempête a atteint la ville avant l’aube de lundi.',
      'Quelque 300 personnes ont passé la nuit dans la salle de l’école.',
      'Le conseil se réunira de nouveau demain pour parler des travaux.',
    ],
    otherParagraph: 'Quelque 320 personnes ont passé la nuit dans la salle de l’école.',
    caption: 'Des vagues sur le quai “nord”',
    otherCaption: 'Des vagues sur le quai sud',
    credit: 'Photo : Élise Maçon',
    otherCredit: 'Photo : capitainerie',
    post: 'Le pont est sûr, restez chez vous.',
    otherPost: 'Le pont n’est pas sûr, restez chez vous.',
  },
  German: {
    title: 'Sturm schließt die “alte” Brücke',
    otherTitle: 'Sturm verschont die “alte” Brücke',
    byline: 'Jürgen Weiß',
    otherByline: 'Käthe Brandt',
    paragraphs: [
      'Der Sturm erreichte die Stadt am Montag vor dem Morgengrauen.',
      'Etwa 300 Menschen verbrachten die Nacht in der Aula der Schule.',
      'Der Rat trifft sich morgen wieder, um über die Arbeiten zu sprechen.',
    ],
    otherParagraph: 'Etwa 320 Menschen verbrachten die Nacht in der Aula der Schule.',
    caption: 'Wellen am “nördlichen” Kai',
    otherCaption: 'Wellen am südlichen Kai',
    credit: 'Foto: Jürgen Weiß',
    otherCredit: 'Foto: Hafenamt',
    post: 'Die Brücke ist sicher, bleiben Sie zu Hause.',
    otherPost: 'Die Brücke ist nicht sicher, bleiben Sie zu Hause.',
  },
  Portuguese: {
    title: 'Temporal fecha a “velha” ponte',
    otherTitle: 'Temporal poupa a “velha” ponte',
    byline: 'João Antão',
    otherByline: 'Lúcia Brandão',
    paragraphs: [
      'O temporal chegou à cidade antes do amanhecer de segunda-feira.',
      'Cerca de 300 pessoas passaram a noite no salão da escola.',
      'A câmara volta a reunir-se amanhã para falar das obras.',
    ],
    otherParagraph: 'Cerca de 320 pessoas passaram a noite no salão da escola.',
    caption: 'Ondas no cais “norte”',
    otherCaption: 'Ondas no cais sul',
    credit: 'Foto: João Antão',
    otherCredit: 'Foto: capitania',
    post: 'A ponte é segura, fiquem em casa.',
    otherPost: 'A ponte não é segura, fiquem em casa.',
  },
  Arabic: {
    title: 'العاصفة تغلق الجسر “القديم”',
    otherTitle: 'العاصفة تغلق الجسر “الجديد”',
    byline: 'ليلى حداد',
    otherByline: 'سامي نجار',
    paragraphs: [
      'وصلت العاصفة إلى المدينة قبل فجر يوم الاثنين.',
      'قضى نحو 300 شخص الليلة في قاعة المدرسة.',
      'يجتمع المجلس غدا مرة أخرى للحديث عن الأشغال.',
    ],
    otherParagraph: 'قضى نحو 320 شخصا الليلة في قاعة المدرسة.',
    caption: 'أمواج عند الرصيف “الشمالي”',
    otherCaption: 'أمواج عند الرصيف الجنوبي',
    credit: 'تصوير: ليلى حداد',
    otherCredit: 'تصوير: مكتب الميناء',
    post: 'الجسر آمن، ابقوا في بيوتكم.',
    otherPost: 'الجسر ليس آمنا، ابقوا في بيوتكم.',
  },
}

export const LABELS = ['headline', 'byline', 'image', 'caption', 'post'] as const satisfies VerdictKind[]
export type Label = (typeof LABELS)[number]

/** Two articles and exactly the labels that apply. */
export interface Pair {
  readonly name: string
  readonly from: Article
  readonly to: Article
  readonly pictures: { readonly from: Pictures; readonly to: Pictures }
  readonly labels: readonly Label[]
}

interface Parts {
  title: string
  byline: readonly string[]
  paragraphs: readonly string[]
  picture: { readonly src: string; readonly caption: string; readonly credit: string } | null
  secondPicture: string | null
  post: string | null
  secondPost: string | null
  state: 'live' | 'deleted'
}

const PIER = 'https://a.example/img/pier.jpg'
const OTHER = 'https://a.example/img/quay.jpg'
const COPY = 'https://cdn.example/9f/pier.jpg'

function article(parts: Parts): Article {
  const { title, byline, paragraphs, picture, secondPicture, post, secondPost, state } = parts
  const posts = [
    ...(post === null ? [] : [aPost({ text: post, state })]),
    ...(secondPost === null ? [] : [aPost({ key: 'x:78', postId: '78', text: secondPost })]),
  ]
  return anArticle({
    title,
    byline: [...byline],
    blocks: [
      ...paragraphs.map(text => paragraph(text)),
      ...(picture ? [figure(picture.src, picture.caption, picture.credit)] : []),
      ...(secondPicture === null ? [] : [figure(OTHER, secondPicture)]),
      ...posts.map(({ key }) => ({ kind: 'post', post: key }) as const),
    ],
    posts,
  })
}

function straight(text: string): string {
  return text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'")
}

/** What was done to a story, and what an editor would name of it. */
const REVISIONS: readonly (readonly [
  name: string,
  revise: (before: Parts, story: Story) => Partial<Parts>,
  labels: readonly Label[],
  pictures?: Pair['pictures'],
])[] = [
  ['another headline', (_, story) => ({ title: story.otherTitle }), ['headline']],
  ['straight quotation marks in the headline', (_, story) => ({ title: straight(story.title) }), []],
  ['wide spaces in the headline', (_, story) => ({ title: story.title.replaceAll(' ', '\u00a0') }), []],
  ['another name', (_, story) => ({ byline: [story.otherByline] }), ['byline']],
  ['one more name', (_, story) => ({ byline: [story.byline, story.otherByline] }), ['byline']],
  ['no name', () => ({ byline: [] }), ['byline']],
  ['the name in another Unicode form', (_, story) => ({ byline: [story.byline.normalize('NFD')] }), []],
  [
    'another picture with another caption',
    (_, story) => ({ picture: { src: OTHER, caption: story.otherCaption, credit: story.credit } }),
    ['image'],
  ],
  [
    'another picture under the same caption',
    (_, story) => ({ picture: { src: OTHER, caption: story.caption, credit: story.credit } }),
    ['image'],
  ],
  [
    'other bytes under the same address',
    () => ({}),
    ['image'],
    { from: { [PIER]: 'a'.repeat(64) }, to: { [PIER]: 'b'.repeat(64) } },
  ],
  [
    'the same bytes under another address',
    (_, story) => ({ picture: { src: COPY, caption: story.caption, credit: story.credit } }),
    [],
    { from: { [PIER]: 'a'.repeat(64) }, to: { [COPY]: 'a'.repeat(64) } },
  ],
  ['no picture', () => ({ picture: null }), ['image']],
  ['one more picture', (_, story) => ({ secondPicture: story.otherCaption }), ['image']],
  [
    'another caption',
    (before, story) => ({ picture: { ...before.picture!, caption: story.otherCaption } }),
    ['caption'],
  ],
  ['no caption', before => ({ picture: { ...before.picture!, caption: '' } }), ['caption']],
  [
    'straight quotation marks in the caption',
    (before, story) => ({ picture: { ...before.picture!, caption: straight(story.caption) } }),
    [],
  ],
  [
    'another credit',
    (before, story) => ({ picture: { ...before.picture!, credit: story.otherCredit } }),
    ['caption'],
  ],
  ['no post', () => ({ post: null }), ['post']],
  ['other words in the post', (_, story) => ({ post: story.otherPost }), ['post']],
  // By itself a post's state is no part of the content (`content-hash/1`): the line is there, as noise.
  [
    'the post deleted and another paragraph',
    (before, story) => ({
      state: 'deleted',
      paragraphs: [before.paragraphs[0]!, story.otherParagraph, before.paragraphs[2]!],
    }),
    ['post'],
  ],
  ['one more post', (_, story) => ({ secondPost: story.otherPost }), ['post']],
  [
    'another paragraph',
    (before, story) => ({
      paragraphs: [before.paragraphs[0]!, story.otherParagraph, before.paragraphs[2]!],
    }),
    [],
  ],
  ['the paragraphs in another order', before => ({ paragraphs: before.paragraphs.toReversed() }), []],
  ['one paragraph less', before => ({ paragraphs: before.paragraphs.slice(1) }), []],
  [
    'headline, caption and post at once',
    (before, story) => ({
      title: story.otherTitle,
      picture: { ...before.picture!, caption: story.otherCaption },
      post: story.otherPost,
    }),
    ['headline', 'caption', 'post'],
  ],
  [
    'name and picture with a paragraph moved',
    (before, story) => ({
      byline: [story.otherByline],
      picture: null,
      paragraphs: before.paragraphs.toReversed(),
    }),
    ['byline', 'image'],
  ],
]

/** Every revision of every story, both ways round. */
export function labelledPairs(): (Pair & { readonly language: string })[] {
  return Object.entries(STORIES).flatMap(([language, story]) => {
    const before: Parts = {
      title: story.title,
      byline: [story.byline],
      paragraphs: story.paragraphs,
      picture: { src: PIER, caption: story.caption, credit: story.credit },
      secondPicture: null,
      post: story.post,
      secondPost: null,
      state: 'live',
    }
    return REVISIONS.flatMap(([name, revise, labels, pictures = { from: {}, to: {} }]) => {
      const [from, to] = [article(before), article({ ...before, ...revise(before, story) })]
      const back = { from: pictures.to, to: pictures.from }
      return [
        { language, name, from, to, pictures, labels },
        { language, name: `${name}, taken back`, from: to, to: from, pictures: back, labels },
      ]
    })
  })
}
