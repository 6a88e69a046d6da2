import type { EditsOfLanguage } from './edit.ts'

/** Edits of single sentences in English, and rewordings that change nothing of a kind. */
export const ENGLISH: EditsOfLanguage = {
  edits: [
    [
      'figure',
      'The blaze tore through three dozen flats in the east of the city.',
      'The blaze tore through four dozen flats in the east of the city.',
    ],
    [
      'figure',
      'The brewer posted a loss of £1.5m for the first half.',
      'The brewer posted a loss of £1.8m for the first half.',
    ],
    [
      'figure',
      'Turnout stood at 61 per cent when polls closed.',
      'Turnout stood at 58.4% when polls closed.',
    ],
    [
      'figure',
      'Half of the nursing staff have already left the ward.',
      'A third of the nursing staff have already left the ward.',
    ],
    [
      'figure name',
      'Lena Okafor, 47, has chaired the trust since its founding.',
      'Lena Okoro, 46, has chaired the trust since its founding.',
    ],
    [
      'date',
      'The hearing has been listed for 12/03/2024 in court two.',
      'The hearing has been listed for 19/03/2024 in court two.',
    ],
    [
      'date',
      'The bridge shut last Tuesday after cracks were seen in a pillar.',
      'The bridge shut last Thursday after cracks were seen in a pillar.',
    ],
    [
      'date figure',
      'Work starts on March 4 and will cost $12 million.',
      'Work starts on April 1 and will cost $14.2 million.',
    ],
    [
      'quotation',
      '“We did everything by the book,” the captain told reporters.',
      '“We did almost everything by the book,” the captain told reporters.',
    ],
    [
      'quotation',
      "The mayor called the plan 'a gift to speculators'.",
      "The mayor called the plan 'a present for speculators'.",
    ],
    [
      'quotation/attribution (name)',
      '“It was chaos in there,” said Maria Hill.',
      '“It was chaos in there,” said Carla Boone.',
    ],
    [
      'attribution',
      'The minister knew about the memo.',
      'The minister knew about the memo, according to two former aides.',
    ],
    [
      'attribution',
      'Police said the van was stolen in Leeds.',
      'Witnesses said the van was stolen in Leeds.',
    ],
    ['hedge', 'The accountant moved the money abroad.', 'The accountant allegedly moved the money abroad.'],
    [
      'hedge',
      'The striker has reportedly agreed terms with the club.',
      'The striker has agreed terms with the club.',
    ],
    ['hedge', 'The leak appears to have come from the second tank.', 'The leak came from the second tank.'],
    ['negation', 'The board will publish the report.', 'The board will not publish the report.'],
    [
      'negation',
      'Inspectors found evidence of a leak at the site.',
      'Inspectors found no evidence of a leak at the site.',
    ],
    [
      'negation date',
      'The suspect had never met the victim before Friday.',
      'The suspect had met the victim before Sunday.',
    ],
    ['name', 'Jean de la Croix will lead the inquiry.', 'Jean de la Cour will lead the inquiry.'],
    ['name figure', 'NATO sent 1,200 troops to the border.', 'The EU sent 1,400 troops to the border.'],
    [
      'hedge attribution',
      'The plant poisoned the river, the report says.',
      'The plant may have poisoned the river, campaigners say.',
    ],
    ['figure (negation)', 'Two hundred homes are without power.', 'More than 250 homes are without power.'],
    [
      'attribution quotation',
      '“The roof was sound,” the engineer insisted.',
      'The engineer said “the roof was in good repair”.',
    ],
    [
      'figure hedge',
      'Investigators believe as many as ninety people were aboard.',
      'As many as a hundred and ten people were aboard.',
    ],
    [
      'attribution',
      'The collapse was caused by faulty bolts, an internal review found.',
      'The collapse was caused by faulty bolts, the manufacturer conceded.',
    ],
    [
      'name date',
      'Prime Minister Ana Brnabić flew to Tallinn on 6 October.',
      'Prime Minister Ana Brnabić flew to Riga on 8 October.',
    ],
    [
      'quotation',
      '"I have never taken a bribe, and I never will," Mr Adeyemi told the court.',
      '"I have never knowingly taken a bribe," Mr Adeyemi told the court.',
    ],
    [
      'negation figure',
      'At least 14 firms have signed the pact.',
      'Only 9 firms have yet to sign the pact; it is not binding.',
    ],
    [
      'hedge',
      'The minister is thought to be considering his position.',
      'The minister is considering his position.',
    ],
    [
      'figure',
      'Unemployment rose by 0.4 percentage points to 5.2%.',
      'Unemployment rose by 0.6 percentage points to 5.4%.',
    ],
    [
      'date',
      'The museum reopens in mid-May after a long refit.',
      'The museum reopens in early June after a long refit.',
    ],
    [
      'figure attribution',
      'About 700 workers walked out, the union said.',
      'About 450 workers walked out, management said.',
    ],
    ['date name', 'Flights to Kampala resume on Wednesday.', 'Flights to Entebbe resume on Saturday.'],
    ['hedge figure', 'The flood probably killed 6,000 sheep.', 'The flood killed 5,400 sheep.'],
    ['negation', 'The drug has been approved for children.', 'The drug has not been approved for children.'],
  ],
  rewordings: [
    [
      'Firefighters were still damping down the ruins when the sun came up.',
      'When the sun came up, firefighters were still damping down the ruins.',
    ],
    [
      'Volunteers had been knocking on doors since dawn.',
      'Volunteers had knocked on doors from dawn onwards.',
    ],
    [
      'Not only the trustees but also the donors were surprised.',
      'The trustees, and the donors as well, were surprised.',
    ],
    ['Commuters have been making do with a ferry.', 'Commuters are having to make do with a ferry.'],
    ['He looked tired as he left the building.', 'Looking tired, he left the building.'],
    ['The doors had been left unlocked overnight.', 'Overnight the doors had been left unlocked.'],
    ['That said, the van had no plates.', 'Still, the van had no plates.'],
    ['Fans gathered outside the ground to celebrate.', 'Outside the ground, fans gathered and celebrated.'],
    ['Nobody on the board has commented so far.', 'So far nobody on the board has commented.'],
    [
      'Detectives are combing through hours of footage.',
      'Hours of footage are being combed through by detectives.',
    ],
    ['The border has been tense since the spring.', 'Since the spring there has been tension at the border.'],
    ['The meeting lasted until after midnight.', 'The meeting went on past midnight.'],
    ['Boats were kept in port.', 'The boats stayed in port.'],
    ['Anglers noticed the smell before anyone else did.', 'Anglers were the first to notice the smell.'],
    ['A crane stood idle in the yard.', 'In the yard, a crane stood idle.'],
    [
      'The stand was built before the league was founded.',
      "It was before the league's founding that the stand was built.",
    ],
    ['The gallery fell silent as he spoke.', 'As he spoke, silence fell in the gallery.'],
    ['Few in the party would speak openly.', 'Hardly anyone in the party was willing to talk openly.'],
    ['Its café will stay shut for now.', 'For now the café stays closed.'],
    ['The promenade was under water.', 'Water covered the promenade.'],
    ['Passengers should check with their airline.', 'Passengers are advised to check with the airline.'],
    ['It is sold in small blue bottles.', 'Small blue bottles are what it is sold in.'],
  ],
}
