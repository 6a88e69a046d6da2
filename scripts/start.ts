/** The windows are not built yet; until they are, say so and name what works. */
console.log(
  'Stet has no windows yet: this version is the archive core and its command.\n' +
    'Try `npm run demo`, or `npm run -s stet -- --help`.',
)
