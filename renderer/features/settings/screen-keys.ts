/** Keys that act on one screen only, for the list of keys: that screen is not there to be asked. */
export const SCREEN_KEYS = [
  {
    screen: 'library',
    keys: [
      { what: 'filter', keys: ['/'] },
      { what: 'move', keys: ['arrowdown', 'arrowup', 'j', 'k'] },
      { what: 'open', keys: ['enter'] },
      { what: 'choose', keys: ['space'] },
      { what: 'reach', keys: ['shift+arrowdown', 'shift+arrowup'] },
      { what: 'chooseAll', keys: ['mod+a'] },
      { what: 'compareTwo', keys: ['c'] },
      { what: 'chooseNone', keys: ['escape'] },
    ],
  },
  {
    screen: 'source',
    keys: [
      { what: 'tab', keys: ['1', '6'] },
      { what: 'version', keys: ['[', ']'] },
      { what: 'passage', keys: ['j', 'k'] },
      { what: 'note', keys: ['n'] },
      { what: 'again', keys: ['r'] },
      { what: 'verify', keys: ['v'] },
    ],
  },
  {
    screen: 'compare',
    keys: [
      { what: 'nextChange', keys: ['n', 'j'] },
      { what: 'previousChange', keys: ['p', 'k'] },
      { what: 'nextView', keys: ['m'] },
      { what: 'noise', keys: ['z'] },
      { what: 'swap', keys: ['s'] },
      { what: 'copyComparison', keys: ['mod+shift+c'] },
      { what: 'print', keys: ['mod+p'] },
    ],
  },
  {
    screen: 'posts',
    keys: [
      { what: 'filter', keys: ['/'] },
      { what: 'movePost', keys: ['j', 'k'] },
      { what: 'openPost', keys: ['enter'] },
    ],
  },
] as const
