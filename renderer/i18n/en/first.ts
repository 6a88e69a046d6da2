/** An empty archive. */
export const first = {
  title: 'Keep the news as it stood',
  lead: 'Stet saves articles and the posts in them on your own disk, keeps every version with its proof, and says in plain words what changed. Everything you save can be read without a network.',
  addressTitle: 'Save a page',
  addressText:
    'Paste an address above. Capture it again later: if the story has changed, that is a new version.',
  addressDo: 'Paste an address',
  demoTitle: 'See it work',
  demoText:
    'Five editions of one invented story, captured from a small site on this computer. Nothing leaves it.',
  demoDo: 'Capture the demo story',
  demoRuns: 'Capturing…',
  filesTitle: 'Bring your files',
  filesText: 'Saved pages (HTML, MHTML) and text files. Choose them, or drop them anywhere on this window.',
  filesDo: 'Choose files',
  promise: 'Stet talks to nobody but the pages you ask for.',
  readOnly: 'This archive is empty and open for reading only, so nothing can be saved into it now.',
  demoDone: 'The demo story is saved. See how it was changed from edition to edition.',
  demoOpen: 'Read it',
  demoCompare: 'Compare first and last',
  demoDismiss: 'Not now',
} as const
