/** Small words that stand inside names, in any language. */
export const NAME_PARTICLES: readonly string[] = [
  'of(?: the)?',
  'the',
  'de(?: la| los| las| l’)?',
  'del',
  'della',
  'delle',
  'degli',
  'dei',
  'di',
  'da',
  'do',
  'dos',
  'das',
  'du',
  'des',
  'van(?: der| den| de)?',
  'von(?: der| dem| den| und zu)?',
  'ter',
  'ten',
  'der(?= \\p{Lu}\\p{Ll}+)',
  'al',
  'el',
  'la',
  'le',
  'bin',
  'bint',
  'ibn',
  'y',
  'e',
  'i',
  '&',
]

/** German words that open a sentence with a capital and are no part of a name or noun behind them. */
export const GERMAN_OPENERS: ReadonlySet<string> = new Set(
  (
    'der die das den dem des ein eine einer einem einen eines kein keine keiner keinem keinen im in am an auf aus bei ' +
    'beim bis durch für gegen hinter mit nach neben ohne über um unter vom von vor während wegen zu zum zur zwischen ' +
    'seit trotz laut ab er sie es wir ich ihr sein seine seinem seinen seiner ihre ihrem ihren ihrer unser unsere ' +
    'dieser diese dieses diesem diesen jener jene jeder jede jedes alle viele manche einige mehrere beide solche ' +
    'und oder aber doch denn sondern wenn als ob weil dass obwohl während nachdem bevor damit da wo wie was wer ' +
    'nicht auch nur noch schon sehr so dann danach davor dort hier heute gestern morgen jetzt nun zuvor zudem ' +
    'außerdem trotzdem deshalb daher rund etwa fast mehr weniger erst bereits offenbar angeblich ins ans aufs ' +
    'vorgestern später früher inzwischen seitdem dabei dafür dagegen daran darauf darin davon dazu'
  ).split(' '),
)

/** German words in front of a name: "nach Helgoland", "Frau Vogt". A noun behind them has an article, as a rule. */
export const BEFORE_GERMAN_NAME =
  /(?:^|\s)(?:nach|aus|in|bei|von|Herrn?|Frau|Dr\.|Prof\.|\p{Lu}\p{Ll}+(?:minister|minister|präsident|kanzler|sprecher|chef|leiter|meister|direktor|trainer|richter|anwalt)(?:in)?)\s$/u

/** Endings of German nouns that name no place and nobody. */
export const GERMAN_NOUN =
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|ität|nis|nisse|tum|ismus|chen|lein|ment|enz|anz|ur|ik|en|er[ns]?)$/u

/** Places that German news tells of most, beside the countries. */
export const GERMAN_PLACES: ReadonlySet<string> = new Set(
  (
    'Bremen Bremerhaven Sachsen Hessen Bayern Thüringen Niedersachsen Brandenburg Mecklenburg Saarland Hamburg Berlin München Köln Essen ' +
    'Frankfurt Stuttgart Düsseldorf Dortmund Leipzig Dresden Hannover Nürnberg Duisburg Bochum Wuppertal Bielefeld Bonn Münster Mannheim ' +
    'Karlsruhe Augsburg Wiesbaden Gelsenkirchen Aachen Braunschweig Kiel Chemnitz Magdeburg Freiburg Lübeck Erfurt Rostock Mainz Kassel Halle ' +
    'Saarbrücken Potsdam Göttingen Tübingen Heidelberg Regensburg Würzburg Ulm Trier Jena Cottbus Schwerin Flensburg Konstanz Emden ' +
    'Wien Graz Linz Salzburg Innsbruck Tirol Kärnten Steiermark Vorarlberg Zürich Bern Basel Genf Lausanne Luzern ' +
    'Helgoland Sylt Rügen Usedom Norderney Juist Borkum Fehmarn Bodensee Rhein Elbe Donau Spree Neckar Weser Oder Mosel Main Isar ' +
    'Europa Afrika Asien Amerika Brüssel Paris London Rom Madrid Warschau Prag Moskau Kiew Washington Peking Tokio Istanbul Ankara Athen'
  ).split(' '),
)

/** Arabic words in front of a person's name. */
export const ARABIC_TITLES: readonly string[] = [
  'الرئيس',
  'الرئيسة',
  'رئيس الوزراء',
  'الوزير',
  'الوزيرة',
  'القاضي',
  'القاضية',
  'السيد',
  'السيدة',
  'الدكتور',
  'الدكتورة',
  'الأمير',
  'الأميرة',
  'الملك',
  'الملكة',
  'الشيخ',
  'الشيخة',
  'النائب',
  'النائبة',
  'المدرب',
  'اللواء',
  'العميد',
  'العقيد',
  'الجنرال',
  'المهندس',
  'المهندسة',
  'الأستاذ',
  'الأستاذة',
  'المحامي',
  'المحامية',
  'الصحفي',
  'الصحفية',
  'الكاتب',
  'الكاتبة',
  'الفنان',
  'الفنانة',
  'اللاعب',
  'السفير',
  'السفيرة',
  'المحافظ',
  'المتحدث',
  'المتحدثة',
  'الناشط',
  'الناشطة',
  'البابا',
  'العالم',
  'الطبيب',
  'الطبيبة',
  'عمدة',
  'المفتش',
  'الباحث',
  'الباحثة',
  'المدير',
  'المديرة',
]

/** Common given names in Arabic; "عبد" and "أبو" open one. */
export const ARABIC_GIVEN_NAMES =
  'محمد أحمد علي حسن حسين محمود مصطفى إبراهيم يوسف عمر عثمان خالد سعيد سالم سليمان عادل كريم طارق ماجد ناصر فهد فيصل تركي ' +
  'سلطان بندر عماد زياد رامي سامي وليد ياسر هشام جمال كمال نبيل فؤاد جورج إلياس أنطوان ميشال بشار صالح حمد راشد ' +
  'عبدالله عبدالرحمن عبدالعزيز عبد أبو أم نور نورة فاطمة عائشة مريم زينب خديجة سارة ليلى سلمى هدى منى رنا ريم دينا ندى لينا رانيا هند ' +
  'أمل إيمان أسماء سعاد نادية سميرة سمر غادة هالة مها وفاء شيماء آية ياسمين جميلة كريمة أمينة حنان نجلاء لمى ' +
  'دونالد جو باراك فلاديمير إيمانويل أنغيلا بوريس جون ديفيد مايكل توم آنا ماريا'

/** Places that Arabic news tells of most, beside the countries. */
export const ARABIC_PLACES =
  'القاهرة الإسكندرية بورسعيد السويس الجيزة أسوان الأقصر طنطا المنصورة دمشق حلب حمص حماة اللاذقية إدلب بيروت طرابلس صيدا صور عمان ' +
  'إربد الزرقاء بغداد البصرة الموصل أربيل كركوك النجف كربلاء الفلوجة الرياض جدة مكة المدينة الدمام أبها تبوك دبي أبوظبي الشارقة عجمان ' +
  'الدوحة المنامة مسقط صنعاء عدن تعز الحديدة الخرطوم أمدرمان بورتسودان تونس صفاقس سوسة الجزائر وهران قسنطينة عنابة الرباط ' +
  'مراكش فاس طنجة أغادير مكناس بنغازي مصراتة غزة رفح رام نابلس الخليل جنين القدس حيفا يافا عكا الناصرة لندن باريس برلين روما مدريد ' +
  'موسكو كييف واشنطن نيويورك بكين طوكيو أنقرة إسطنبول طهران جنيف بروكسل فيينا أثينا دلهي مومباي'

/** Words in front of a place in Arabic: what follows is its name. */
export const BEFORE_ARABIC_PLACE: readonly string[] = [
  'مدينة',
  'بلدة',
  'قرية',
  'محافظة',
  'ولاية',
  'إمارة',
  'مخيم',
  'جزيرة',
  'مطار',
  'ميناء',
]
