/**
 * Numbers in words, by language: each word and its value. From 100 on a value multiplies what stands before it
 * where `MULTIPLIERS` has it. Only from two on, because "one" is mostly no number.
 */
export const NUMBER_WORDS: Readonly<Record<string, string>> = {
  en:
    'two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 ' +
    'fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 ' +
    'seventy 70 eighty 80 ninety 90 dozen 12 hundred 100 thousand 1000 million 1e6 billion 1e9 trillion 1e12',
  es:
    'dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11 doce 12 trece 13 catorce 14 ' +
    'quince 15 dieciséis 16 diecisiete 17 dieciocho 18 diecinueve 19 veinte 20 veintiún 21 veintiuno 21 ' +
    'veintiuna 21 veintidós 22 veintitrés 23 veinticuatro 24 veinticinco 25 veintiséis 26 veintisiete 27 ' +
    'veintiocho 28 veintinueve 29 treinta 30 cuarenta 40 cincuenta 50 sesenta 60 setenta 70 ochenta 80 ' +
    'noventa 90 cien 100 ciento 100 doscientos 200 doscientas 200 trescientos 300 trescientas 300 ' +
    'cuatrocientos 400 cuatrocientas 400 quinientos 500 quinientas 500 seiscientos 600 seiscientas 600 ' +
    'setecientos 700 setecientas 700 ochocientos 800 ochocientas 800 novecientos 900 novecientas 900 ' +
    'mil 1000 millón 1e6 millones 1e6 billón 1e12 billones 1e12 docena 12 decena 10 centenar 100 millar 1000',
  fr:
    'deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12 treize 13 quatorze 14 ' +
    'quinze 15 seize 16 dix-sept 17 dix-huit 18 dix-neuf 19 vingt 20 trente 30 quarante 40 cinquante 50 ' +
    'soixante 60 septante 70 quatre-vingt 80 quatre-vingts 80 huitante 80 nonante 90 cent 100 cents 100 ' +
    'mille 1000 million 1e6 millions 1e6 milliard 1e9 milliards 1e9 dizaine 10 douzaine 12 quinzaine 15 ' +
    'vingtaine 20 trentaine 30 quarantaine 40 cinquantaine 50 soixantaine 60 centaine 100 millier 1000',
  de:
    'zwei 2 zwo 2 drei 3 vier 4 fünf 5 sechs 6 sieben 7 acht 8 neun 9 zehn 10 elf 11 zwölf 12 dreizehn 13 ' +
    'vierzehn 14 fünfzehn 15 sechzehn 16 siebzehn 17 achtzehn 18 neunzehn 19 zwanzig 20 dreißig 30 vierzig 40 ' +
    'fünfzig 50 sechzig 60 siebzig 70 achtzig 80 neunzig 90 hundert 100 tausend 1000 Million 1e6 ' +
    'Millionen 1e6 Milliarde 1e9 Milliarden 1e9 Dutzend 12',
  pt:
    'dois 2 duas 2 três 3 quatro 4 cinco 5 seis 6 sete 7 oito 8 nove 9 dez 10 onze 11 doze 12 treze 13 ' +
    'catorze 14 quatorze 14 quinze 15 dezesseis 16 dezasseis 16 dezessete 17 dezassete 17 dezoito 18 ' +
    'dezenove 19 dezanove 19 vinte 20 trinta 30 quarenta 40 cinquenta 50 sessenta 60 setenta 70 oitenta 80 ' +
    'noventa 90 cem 100 cento 100 duzentos 200 duzentas 200 trezentos 300 trezentas 300 quatrocentos 400 ' +
    'quatrocentas 400 quinhentos 500 quinhentas 500 seiscentos 600 seiscentas 600 setecentos 700 ' +
    'setecentas 700 oitocentos 800 oitocentas 800 novecentos 900 novecentas 900 mil 1000 milhão 1e6 ' +
    'milhões 1e6 bilhão 1e9 bilhões 1e9 dezena 10 dúzia 12 centena 100 milhar 1000',
  it:
    'due 2 tre 3 quattro 4 cinque 5 sei 6 sette 7 otto 8 nove 9 dieci 10 undici 11 dodici 12 tredici 13 ' +
    'quattordici 14 quindici 15 sedici 16 venti 20 trenta 30 quaranta 40 cinquanta 50 sessanta 60 settanta 70 ' +
    'ottanta 80 novanta 90 cento 100 duecento 200 trecento 300 quattrocento 400 cinquecento 500 mille 1000 ' +
    'duemila 2000 tremila 3000 milione 1e6 milioni 1e6 miliardo 1e9 miliardi 1e9',
  nl: 'twee 2 drie 3 vier 4 vijf 5 zes 6 zeven 7 acht 8 negen 9 tien 10 elf 11 twaalf 12 twintig 20 dertig 30 veertig 40 vijftig 50 honderd 100 duizend 1000 miljoen 1e6 miljard 1e9',
  ru:
    'два 2 две 2 двое 2 двух 2 три 3 трое 3 трёх 3 трех 3 четыре 4 четверо 4 четырёх 4 четырех 4 пять 5 пяти 5 пятеро 5 ' +
    'шесть 6 шести 6 семь 7 семи 7 восемь 8 восьми 8 девять 9 девяти 9 десять 10 десяти 10 одиннадцать 11 ' +
    'двенадцать 12 тринадцать 13 четырнадцать 14 пятнадцать 15 шестнадцать 16 семнадцать 17 восемнадцать 18 ' +
    'девятнадцать 19 двадцать 20 двадцати 20 тридцать 30 тридцати 30 сорок 40 сорока 40 пятьдесят 50 ' +
    'шестьдесят 60 семьдесят 70 восемьдесят 80 девяносто 90 сто 100 ста 100 двести 200 двухсот 200 триста 300 ' +
    'трёхсот 300 четыреста 400 пятьсот 500 шестьсот 600 семьсот 700 восемьсот 800 девятьсот 900 тысяча 1000 ' +
    'тысячи 1000 тысяч 1000 миллион 1e6 миллиона 1e6 миллионов 1e6 миллиард 1e9 миллиарда 1e9',
  ar:
    'اثنان 2 اثنين 2 اثنتان 2 اثنتين 2 ثلاثة 3 ثلاث 3 أربعة 4 أربع 4 خمسة 5 خمس 5 ستة 6 ست 6 سبعة 7 سبع 7 ' +
    'ثمانية 8 ثماني 8 ثمان 8 تسعة 9 تسع 9 عشرة 10 عشر 10 عشرون 20 عشرين 20 ثلاثون 30 ثلاثين 30 أربعون 40 ' +
    'أربعين 40 خمسون 50 خمسين 50 ستون 60 ستين 60 سبعون 70 سبعين 70 ثمانون 80 ثمانين 80 تسعون 90 تسعين 90 ' +
    'مئة 100 مائة 100 مئتان 200 مئتين 200 مئتا 200 مئتي 200 مائتان 200 مائتين 200 مائتا 200 مائتي 200 ' +
    'ثلاثمئة 300 ثلاثمائة 300 أربعمئة 400 أربعمائة 400 خمسمئة 500 خمسمائة 500 ستمئة 600 ستمائة 600 ' +
    'سبعمئة 700 سبعمائة 700 ثمانمئة 800 ثمانمائة 800 تسعمئة 900 تسعمائة 900 ألف 1000 ألفا 1000 آلاف 1000 ' +
    'ألفان 2000 ألفين 2000 ألفي 2000 ألفا 2000 مليون 1e6 ملايين 1e6 مليونا 1e6 مليونين 2e6 مليار 1e9 مليارات 1e9',
  hi: 'दो 2 तीन 3 चार 4 पांच 5 पाँच 5 छह 6 छः 6 सात 7 आठ 8 नौ 9 दस 10 ग्यारह 11 बारह 12 पंद्रह 15 बीस 20 तीस 30 चालीस 40 पचास 50 साठ 60 सत्तर 70 अस्सी 80 नब्बे 90 सौ 100 हजार 1000 हज़ार 1000 लाख 1e5 करोड़ 1e7',
}

/** Values that multiply what stands before them in the same number: "three dozen", "deux cents". */
export const MULTIPLIERS: ReadonlySet<number> = new Set([12, 100])

/** Small words inside a number: "two hundred and six", "treinta y dos", "vingt et un". */
export const NUMBER_JOINTS: Readonly<Record<string, string>> = {
  en: 'and',
  es: 'y',
  fr: 'et',
  pt: 'e',
  it: 'e',
}

/** Numbers that are meant roughly, as they are written: never the same as any other. */
export const ROUGH_NUMBERS: Readonly<Record<string, readonly string[]>> = {
  en: ['dozens', 'scores', 'hundreds', 'thousands', 'millions', 'billions', 'twice', 'half a dozen'],
  es: ['decenas', 'docenas', 'cientos', 'centenares', 'miles', 'millares'],
  fr: ['dizaines', 'douzaines', 'centaines', 'milliers'],
  de: ['Dutzende', 'Hunderte', 'Tausende', 'Hunderttausende'],
  pt: ['dezenas', 'dúzias', 'centenas', 'milhares'],
  it: ['decine', 'centinaia', 'migliaia'],
  ru: ['десятки', 'десятков', 'сотни', 'сотен', 'тысячи'],
  ar: ['عشرات', 'العشرات', 'مئات', 'المئات', 'آلاف', 'الآلاف'],
  hi: ['दर्जनों', 'सैकड़ों', 'हजारों', 'लाखों'],
}

/** Shares in words: a pattern and its value. */
export const SHARES: Readonly<Record<string, readonly (readonly [pattern: string, value: string])[]>> = {
  en: [
    ['half(?= (?:of|the|an?|its|their|his|her|our|as)(?!\\p{L}))|one half', '1/2'],
    ['(?:a|one)[ -]third', '1/3'],
    ['two[ -]thirds', '2/3'],
    ['(?:a|one)[ -]quarter(?= of| the| as|[.,])', '1/4'],
    ['three[ -]quarters', '3/4'],
    ['(?:a|one)[ -]fifth(?= of| the|[.,])', '1/5'],
    ['(?:a|one)[ -]tenth(?= of| the|[.,])', '1/10'],
  ],
  es: [
    ['la mitad', '1/2'],
    ['(?:un tercio|una tercera parte|la tercera parte)', '1/3'],
    ['(?:dos tercios|las dos terceras partes)', '2/3'],
    ['(?:un cuarto|una cuarta parte|la cuarta parte)', '1/4'],
    ['(?:tres cuartos|tres cuartas partes)', '3/4'],
    ['(?:un quinto|una quinta parte|la quinta parte)', '1/5'],
  ],
  fr: [
    ['la moitié', '1/2'],
    ['(?:un|le) tiers', '1/3'],
    ['(?:les )?deux tiers', '2/3'],
    ['(?:un|le) quart', '1/4'],
    ['(?:les )?trois quarts', '3/4'],
    ['un cinquième', '1/5'],
  ],
  de: [
    ['(?:die|der) Hälfte', '1/2'],
    ['ein(?:em)? Drittel', '1/3'],
    ['zwei(?:er)? Drittel', '2/3'],
    ['ein(?:em)? Viertel', '1/4'],
    ['drei Viertel|Dreiviertel', '3/4'],
    ['ein(?:em)? Fünftel', '1/5'],
  ],
  pt: [
    ['(?:a )?metade', '1/2'],
    ['um terço', '1/3'],
    ['(?:os )?dois terços', '2/3'],
    ['um quarto', '1/4'],
    ['três quartos', '3/4'],
    ['um quinto', '1/5'],
  ],
  it: [
    ['(?:la )?metà', '1/2'],
    ['un terzo', '1/3'],
    ['(?:i )?due terzi', '2/3'],
    ['un quarto', '1/4'],
  ],
  ru: [
    ['половин\\p{L}', '1/2'],
    ['(?:одна )?треть', '1/3'],
    ['(?:одна )?четверть', '1/4'],
  ],
  ar: [
    ['(?:ال|ب|ل)?نصف', '1/2'],
    ['(?:ال|ب|ل)?ثلثا|(?:ال|ب|ل)?ثلثي', '2/3'],
    ['(?:ال|ب|ل)?ثلث', '1/3'],
    ['ربع', '1/4'],
    ['ثلاثة أرباع', '3/4'],
    ['خُمس', '1/5'],
  ],
  hi: [
    ['आधे|आधी|आधा', '1/2'],
    ['एक तिहाई', '1/3'],
    ['दो तिहाई', '2/3'],
    ['एक चौथाई', '1/4'],
  ],
}

/** Numbers that tell something only where another number takes their place: "one", "the third". */
export const FAINT_NUMBERS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'one',
    'once',
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    'sixth',
    'seventh',
    'eighth',
    'ninth',
    'tenth',
    'half',
    'double',
    'triple',
    'doubled',
    'tripled',
  ],
  es: ['primer[oa]?s?', 'segund[oa]s?', 'tercer[oa]?s?', 'cuart[oa]s?', 'quint[oa]s?', 'doble', 'triple'],
  fr: ['premi(?:er|ère)s?', 'deuxièmes?', 'troisièmes?', 'quatrièmes?', 'cinquièmes?', 'double', 'triple'],
  de: ['erste[nmrs]?', 'zweite[nmrs]?', 'dritte[nmrs]?', 'vierte[nmrs]?', 'fünfte[nmrs]?', 'eins', 'doppelt'],
  pt: ['primeir[oa]s?', 'segunda', 'terceir[oa]s?', 'quart[oa]s?', 'quint[oa]s?', 'dobro', 'triplo'],
  it: ['prim[oaie]', 'second[oaie]', 'terz[oaie]', 'quart[oaie]'],
  ru: ['перв\\p{L}+', 'втор(?:ой|ая|ого|ую)', 'трет(?:ий|ья|ьего|ью)'],
  ar: ['الأول', 'الأولى', 'الثاني', 'الثانية', 'الثالث', 'الثالثة', 'الرابع', 'الرابعة', 'ضعف', 'ضعفي'],
}
