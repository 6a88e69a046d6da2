/** What may follow a figure and belongs to it, and what it multiplies it by. Whole words, any case. */
export const SCALES: readonly (readonly [pattern: string, factor: number])[] = [
  ['thousand|k|mil(?! mill)|mille|milliers|Tausend|Tsd\\.?|тыс\\.?|тысяч\\p{L}*|ألفا?|آلاف|हजार|हज़ार', 1e3],
  ['lakh|लाख', 1e5],
  ['millions?|mn|m|millón|millones|Millionen|Mio\\.?|milhões|milhão|milioni|milione', 1e6],
  ['млн|миллион\\p{L}*|مليون|ملايين', 1e6],
  ['crore|करोड़', 1e7],
  ['billions?|bn|mil millones|milliards?|Milliarden?|Mrd\\.?|bilhões|bilhão|miliardi|miliardo', 1e9],
  ['млрд|миллиард\\p{L}*|مليارا?|مليارات', 1e9],
  ['trillions?|tn|billones|billón', 1e12],
]

/** Units by the sign they are compared by: "12 per cent" and "12 %" are one figure. */
export const UNITS: readonly (readonly [pattern: string, sign: string])[] = [
  [
    'percent|per cent|por ciento|pour cent|Prozent|por cento|per cento|процент\\p{L}*|في المئة|في المائة|بالمئة|بالمائة|प्रतिशत|फीसदी',
    '%',
  ],
  [
    '(?:percentage|Prozent)[ \\-]?(?:points?|punkte)|puntos porcentuales|points de pourcentage|pontos percentuais',
    'pp',
  ],
  ['(?:US[ \\-]?)?dollars?|dólares|دولارا?|доллар\\p{L}*', '$'],
  ['euros?|Euro|евро|يورو', '€'],
  ['pounds?|libras?|Pfund', '£'],
  ['reais', 'R$'],
  ['рубл\\p{L}*', '₽'],
  ['रुपये|रुपए|rupees?', '₹'],
  ['km|kilomet(?:er|re)s?|Kilometer|kilómetros?|quilômetros?|kilomètres?|км|كيلومترا?', 'km'],
  ['miles?', 'mi'],
  ['met(?:er|re)s?|metros?|mètres?|Metern?', 'metre'],
  ['kg|kilos?|Kilogramm', 'kg'],
  ['tonn?es?|tons?|Tonnen?|toneladas?', 't'],
  ['hectares?|hectáreas?|Hektar', 'ha'],
  ['acres?', 'acre'],
]
