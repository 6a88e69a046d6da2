/** One state of the demo's article. The words, the town and the people are invented. */
export interface Edition {
  /** What the newsroom did, for the narrator; the site does not say it. */
  readonly done: string
  readonly headline: string
  readonly paragraphs: readonly string[]
  readonly correction: string | null
  readonly post: boolean
}

const LEAD =
  'The ferry company will end the late crossing to Sandholm in January, it told the island council on Thursday, and 41 sailings a week will become 34.'
const COST =
  'Running the last boat costs about 2.1 million crowns a year, the company says, and on most nights fewer than a dozen people are on it.'
const SCHOOL =
  'For the island’s older pupils the late boat is the way home from evening classes. “Without it they will have to board on the mainland from the age of fifteen,” said Ingrid Varlo, who heads the school.'
const COUNCIL =
  'The council has asked for a year’s delay. A first meeting is set for 4 December, and the county, which pays a third of the subsidy, has not yet said where it stands.'
const HISTORY =
  'The crossing was added in 1998, after a winter in which the island was cut off for nine days, and it has been up for review twice since.'
const PROTEST =
  'On the quay some two hundred people had gathered by the evening, with lanterns and a brass band, to wave the boat off.'

const FIRST: Edition = {
  done: 'The story is published.',
  headline: 'Ferry company to end late crossing to Sandholm',
  paragraphs: [LEAD, COST, SCHOOL, COUNCIL, HISTORY, PROTEST],
  correction: null,
  post: true,
}

const cheaper = FIRST.paragraphs.map(p => p.replace('2.1 million', '1.2 million'))
const renamed = 'Islanders lose their last boat home as ferry company cuts late crossing'

/** The article as it stood at each visit, first to last. */
export const EDITIONS: readonly [Edition, ...Edition[]] = [
  FIRST,
  { ...FIRST, done: 'A figure is changed, and nobody says so.', paragraphs: cheaper },
  { ...FIRST, done: 'The headline is changed.', paragraphs: cheaper, headline: renamed },
  {
    ...FIRST,
    done: 'A correction notice is added.',
    paragraphs: cheaper,
    headline: renamed,
    correction:
      'Correction: an earlier version of this article gave the yearly cost of the late crossing as 2.1 million crowns. It is 1.2 million.',
  },
  {
    done: 'A paragraph is moved up, and the embedded post is gone.',
    headline: renamed,
    paragraphs: [LEAD, PROTEST, COST, SCHOOL, COUNCIL, HISTORY].map(p =>
      p.replace('2.1 million', '1.2 million'),
    ),
    correction:
      'Correction: an earlier version of this article gave the yearly cost of the late crossing as 2.1 million crowns. It is 1.2 million.',
    post: false,
  },
]
