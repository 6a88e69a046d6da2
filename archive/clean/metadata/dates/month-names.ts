/**
 * Month names and the short forms that newspapers print, by month, in many languages (names as in the
 * Unicode CLDR, including the inflected forms that stand beside a day). Lower case, without a closing dot;
 * one string a group of languages, names parted by spaces, `_` for a space inside a name.
 */
const MONTHS: readonly (readonly string[])[] = [
  // English, German, Dutch, French, Spanish, Portuguese, Italian, Catalan, Romanian | Nordic | Slavic | Greek, Baltic,
  // Finnish, Hungarian, Turkish, Azeri, Albanian | Arabic, Persian (Gregorian), Hebrew, Urdu | Indic | South-East Asia | Africa
  [
    'january jan januar jän jänner januari janvier janv enero ene janeiro gennaio gen gener ianuarie ian',
    'janúar tammikuu tammikuuta января январь янв января січня січень січ студзеня stycznia styczeń sty ledna leden januára január siječnja siječanj januara januarja јануар јануара јан януари',
    'ιανουαρίου ιανουάριος ιαν jaanuar jaan janvāris janvārī sausio január ocak oca yanvar janari',
    'يناير كانون_الثاني جانفي ژانویه ינואר בינואר جنوری',
    'जनवरी जन जाने जानेवारी জানুয়ারি জানুয়ারি জানুৱাৰী ਜਨਵਰੀ જાન્યુઆરી ଜାନୁଆରୀ ஜனவரி జనవరి ಜನವರಿ ജനുവരി ජනවාරි',
    'มกราคม ม.ค januari ມັງກອນ មករា ဇန်နဝါရီ enero',
    'januarie januwari ujanuwari eyomqungu januali bakhokha pherekgong ጃንዩወሪ ጥር',
  ],
  [
    'february feb februar febr feber februari février fevrier févr fév febrero fevereiro fev febbraio febrer februarie',
    'febrúar helmikuu helmikuuta февраля февраль фев февр лютого лютий лют лютага lutego luty lut února únor februára február veljače veljača februara februarja фебруар фебруара феб февруари',
    'φεβρουαρίου φεβρουάριος φεβ veebruar februāris februārī vasario február şubat şub fevral shkurt',
    'فبراير شباط فيفري فوریه פברואר בפברואר فروری',
    'फरवरी फ़रवरी फेब्रुवारी ফেব্রুয়ারি ফেব্রুয়ারি ফেব্ৰুৱাৰী ਫਰਵਰੀ ફેબ્રુઆરી ଫେବୃଆରୀ பிப்ரவரி ఫిబ్రవరి ಫೆಬ್ರವರಿ ഫെബ്രുവരി පෙබරවාරි',
    'กุมภาพันธ์ ก.พ ກຸມພາ កុម្ភៈ ဖေဖော်ဝါရီ pebrero',
    'februarie februwari ufebruwari eyomdumba februali ፌብሩወሪ የካቲት',
  ],
  [
    'march mar märz maerz mrz maart mrt mars marzo março marco març martie',
    'marts maaliskuu maaliskuuta марта март мар березня березень бер сакавіка marca marzec března březen marec ožujka ožujak mart марта',
    'μαρτίου μάρτιος μαρ märts marts martā kovo március márc mart',
    'مارس آذار اذار مارس מרץ במרץ مارچ',
    'मार्च মার্চ মাৰ্চ ਮਾਰਚ માર્ચ ମାର୍ଚ୍ଚ மார்ச் మార్చి ಮಾರ್ಚ್ മാർച്ച് මාර්තු',
    'มีนาคม มี.ค maret mac ມີນາ មីនា မတ် marso',
    'maart mashi umashi eyokwindla machi ማርች መጋቢት',
  ],
  [
    'april apr avril avr abril abr aprile aprilie',
    'apríl huhtikuu huhtikuuta апреля апрель апр квітня квітень кві красавіка kwietnia kwiecień kwi dubna duben apríla travnja travanj aprila април априла',
    'απριλίου απρίλιος απρ aprill aprīlis aprīlī balandžio április ápr nisan nis aprel prill',
    'أبريل ابريل إبريل نيسان أفريل آوریل אפריל באפריל اپریل',
    'अप्रैल एप्रिल এপ্রিল ਅਪ੍ਰੈਲ એપ્રિલ ଏପ୍ରିଲ ஏப்ரல் ఏప్రిల్ ಏಪ್ರಿಲ್ ഏപ്രിൽ අප්‍රේල්',
    'เมษายน เม.ย ເມສາ មេសា ဧပြီ abril',
    'apreli uephreli ephreli ekatshazimpuzi aprili ኤፕሪል ሚያዝያ',
  ],
  [
    'may mai mei mayo maio maggio mag maig',
    'maj maí toukokuu toukokuuta мая май травня травень тра мая maja května květen mája svibnja svibanj maja мај маја май',
    'μαΐου μάιος μαϊ maijs maijā gegužės május máj mayıs mayis',
    'مايو أيار ايار ماي مه מאי במאי مئی',
    'मई मे মে ਮਈ મે ମଇ மே మే ಮೇ മേയ് මැයි',
    'พฤษภาคม พ.ค ພຶດສະພາ ឧសភា မေ mayo',
    'umeyi meyi ekacanzibe ሜይ ግንቦት',
  ],
  [
    'june jun juni juin junio junho giugno giu juny iunie iun',
    'júní kesäkuu kesäkuuta июня июнь июн червня червень чер чэрвеня czerwca czerwiec cze června červen júna jún lipnja lipanj juna junija јун јуна јуни юни',
    'ιουνίου ιούνιος ιουν juuni jūnijs jūnijā birželio június jún haziran haz iyun qershor',
    'يونيو حزيران جوان ژوئن יוני ביוני جون',
    'जून জুন ਜੂਨ જૂન ଜୁନ ஜூன் జూన్ ಜೂನ್ ജൂൺ ජූනි',
    'มิถุนายน มิ.ย ມິຖຸນາ មិថុនា ဇွန် hunyo',
    'junie ujuni eyesilimela ጁን ሰኔ',
  ],
  [
    'july jul juli juillet juil julio julho luglio lug juliol iulie iul',
    'júlí heinäkuu heinäkuuta июля июль июл липня липень лип ліпеня lipca lipiec lip července červenec júla júl srpnja srpanj jula julija јул јула јули юли',
    'ιουλίου ιούλιος ιουλ juuli jūlijs jūlijā liepos július júl temmuz tem iyul korrik',
    'يوليو تموز جويلية ژوئیه יולי ביולי جولائی',
    'जुलाई जुलै জুলাই ਜੁਲਾਈ જુલાઈ ଜୁଲାଇ ஜூலை జూలై ಜುಲೈ ജൂലൈ ජූලි',
    'กรกฎาคม ก.ค ກໍລະກົດ កក្កដា ဇူလိုင် hulyo',
    'julie ujulayi eyekhala julayi ጁላይ ሐምሌ',
  ],
  [
    'august aug augustus août aout agosto ago agost',
    'augusti ágúst elokuu elokuuta августа август авг серпня серпень сер жніўня sierpnia sierpień sie srpna srpen augusta kolovoza kolovoz avgusta avgust август августа авг',
    'αυγούστου αύγουστος αυγ augusts augustā rugpjūčio augusztus ağustos ağu avqust gusht',
    'أغسطس اغسطس آب أوت اوت اوت אוגוסט באוגוסט اگست',
    'अगस्त ऑगस्ट আগস্ট ਅਗਸਤ ઑગસ્ટ ଅଗଷ୍ଟ ஆகஸ்ட் ఆగస్టు ಆಗಸ್ಟ್ ഓഗസ്റ്റ് අගෝස්තු',
    'สิงหาคม ส.ค agustus ogos ສິງຫາ សីហា ဩဂုတ် agosto',
    'augustus uagasti agasti eyethupha ኦገስት ነሐሴ',
  ],
  [
    'september sept sep septembre septiembre setiembre setembro set settembre setembre septembrie',
    'syyskuu syyskuuta сентября сентябрь сен сент вересня вересень вер верасня września wrzesień wrz září zari septembra rujna rujan septembar септембар септембра септември',
    'σεπτεμβρίου σεπτέμβριος σεπ septembris septembrī rugsėjo szeptember szept eylül eyl sentyabr shtator',
    'سبتمبر أيلول ايلول سپتامبر ספטמבר בספטמבר ستمبر',
    'सितंबर सितम्बर सप्टेंबर সেপ্টেম্বর ਸਤੰਬਰ સપ્ટેમ્બર ସେପ୍ଟେମ୍ବର செப்டம்பர் సెప్టెంబర్ ಸೆಪ್ಟೆಂಬರ್ സെപ്റ്റംബർ සැප්තැම්බර්',
    'กันยายน ก.ย ກັນຍາ កញ្ញា စက်တင်ဘာ setyembre',
    'useptemba septemba eyomsintsi ሴፕቴምበር መስከረም',
  ],
  [
    'october oct oktober okt octobre octubre outubro out ottobre ott octubre octombrie',
    'október oktober lokakuu lokakuuta октября октябрь окт жовтня жовтень жов кастрычніка października październik paź října říjen októbra listopada oktobra oktobar октобар октобра октомври',
    'οκτωβρίου οκτώβριος οκτ oktoober oktobris oktobrī spalio október ekim eki oktyabr tetor',
    'أكتوبر اكتوبر تشرين_الأول اکتبر אוקטובר באוקטובר اکتوبر',
    'अक्टूबर अक्तूबर ऑक्टोबर অক্টোবর ਅਕਤੂਬਰ ઑક્ટોબર ଅକ୍ଟୋବର அக்டோபர் అక్టోబర్ ಅಕ್ಟೋಬರ್ ഒക്ടോബർ ඔක්තෝබර්',
    'ตุลาคม ต.ค ຕຸລາ តុលា အောက်တိုဘာ oktubre',
    'u-okthoba okthoba oktoba eyedwarha ኦክቶበር ጥቅምት',
  ],
  [
    'november nov novembre noviembre novembro noiembrie noi',
    'nóvember marraskuu marraskuuta ноября ноябрь ноя нояб листопада листопад лис лістапада listopad listopadu novembra studenoga studenog studeni novembar новембар новембра ноември',
    'νοεμβρίου νοέμβριος νοε novembris novembrī lapkričio november kasım kas noyabr nëntor',
    'نوفمبر تشرين_الثاني نوامبر נובמבר בנובמבר نومبر',
    'नवंबर नवम्बर नोव्हेंबर নভেম্বর ਨਵੰਬਰ નવેમ્બર ନଭେମ୍ବର நவம்பர் నవంబర్ ನವೆಂಬರ್ നവംബർ නොවැම්බර්',
    'พฤศจิกายน พ.ย nopember ພະຈິກ វិច្ឆិកា နိုဝင်ဘာ nobyembre',
    'unovemba novemba eyenkanga ኖቬምበር ህዳር',
  ],
  [
    'december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre desembre decembrie',
    'desember joulukuu joulukuuta декабря декабрь дек грудня грудень гру снежня grudnia grudzień gru prosince prosinec decembra prosinca prosinac decembar децембар децембра декември',
    'δεκεμβρίου δεκέμβριος δεκ detsember decembris decembrī gruodžio december aralık ara dekabr dhjetor',
    'ديسمبر كانون_الأول دسامبر דצמבר בדצמבר دسمبر',
    'दिसंबर दिसम्बर डिसेंबर ডিসেম্বর ਦਸੰਬਰ ડિસેમ્બર ଡିସେମ୍ବର டிசம்பர் డిసెంబర్ ಡಿಸೆಂಬರ್ ഡിസംബർ දෙසැම්බර්',
    'ธันวาคม ธ.ค desember disember ທັນວາ ធ្នូ ဒီဇင်ဘာ disyembre',
    'desember udisemba disemba eyomnga ዲሴምበር ታኅሣሥ',
  ],
]

/**
 * Names that mean another month in another language, where the number depends on the page's language:
 * Croatian `lipnja` is June while Polish `lipca` is July, and `listopada` is October in Croatian only.
 */
const BY_LANGUAGE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  hr: { listopada: 10, listopad: 10, lipnja: 6, lipanj: 6, srpnja: 7, srpanj: 7 },
  pl: { listopada: 11, listopad: 11, lip: 7 },
  cs: { listopadu: 11, listopad: 11 },
  uk: { листопада: 11, листопад: 11 },
}

function index(): ReadonlyMap<string, number> {
  const map = new Map<string, number>()
  MONTHS.forEach((names, i) => {
    for (const name of names.flatMap(line => line.split(' '))) {
      const key = name.replace('_', ' ').normalize('NFC').toLowerCase()
      if (!map.has(key)) map.set(key, i + 1)
    }
  })
  return map
}

const INDEX = index()

/** Every known month name, longest first, for building a pattern. */
export const MONTH_NAMES: readonly string[] = [...INDEX.keys()].toSorted((a, b) => b.length - a.length)

/** 1 to 12, or null for a word that names no month. `language` is a BCP 47 tag. */
export function monthNumber(name: string, language: string | null): number | null {
  const key = name.normalize('NFC').toLowerCase().replace(/\.$/, '')
  const primary = language?.split('-')[0]?.toLowerCase() ?? ''
  return BY_LANGUAGE[primary]?.[key] ?? INDEX.get(key) ?? null
}
