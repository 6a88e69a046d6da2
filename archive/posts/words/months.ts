/**
 * Languages in which the platforms print dates, the larger ones first: where one word names different months
 * (`listopad` is October in Croatian and November in Polish and Czech) and the page gives no language, the
 * earlier language is believed.
 */
export const DATE_LOCALES: readonly string[] = (
  'en es pt fr de ja ru ar it tr ko zh id nl pl vi th fa uk sv el cs ro hu da fi nb he hi bn ta te mr gu kn ml ' +
  'ur bg sk hr sr sr-Latn sl ca eu gl lt lv et is sq mk bs hy ka az kk uz mn ne si my km lo am sw af ms fil ga cy be'
).split(' ')

/** Names that the platforms print and `Intl` does not give, with the month they stand for. */
export const EXTRA_MONTHS: readonly (readonly [language: string, name: string, month: number])[] = [
  ['en', 'sept', 9],
  ['de', 'jänner', 1],
  ['de', 'feber', 2],
  ['de', 'mrz', 3],
  ['es', 'setiembre', 9],
  ['vi', 'tháng một', 1],
  ['vi', 'tháng hai', 2],
  ['vi', 'tháng ba', 3],
  ['vi', 'tháng tư', 4],
  ['vi', 'tháng năm', 5],
  ['vi', 'tháng sáu', 6],
  ['vi', 'tháng bảy', 7],
  ['vi', 'tháng tám', 8],
  ['vi', 'tháng chín', 9],
  ['vi', 'tháng mười', 10],
  ['vi', 'tháng mười một', 11],
  ['vi', 'tháng mười hai', 12],
  ['ar', 'كانون الثاني', 1],
  ['ar', 'شباط', 2],
  ['ar', 'آذار', 3],
  ['ar', 'نيسان', 4],
  ['ar', 'أيار', 5],
  ['ar', 'حزيران', 6],
  ['ar', 'تموز', 7],
  ['ar', 'آب', 8],
  ['ar', 'أيلول', 9],
  ['ar', 'تشرين الأول', 10],
  ['ar', 'تشرين الثاني', 11],
  ['ar', 'كانون الأول', 12],
]
