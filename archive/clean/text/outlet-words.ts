/** News agencies as they sign: in a dateline or in brackets after the last sentence. */
export const AGENCIES: ReadonlySet<string> = new Set(
  [
    'ANI|PTI|IANS|UNI|AP|AFP|Reuters|dpa|DPA|EFE|ANSA|AGI|Xinhua|TASS|RIA Novosti|Interfax|Anadolu',
    'AA|DHA|İHA|IHA|WAFA|SANA|IRNA|ISNA|Fars|Mehr|Tasnim|KUNA|QNA|SPA|WAM|MENA|Petra|NNA|Bernama',
    'Antara|ANTARA|PNA|VNA|Kyodo|Jiji|Yonhap|KCNA|CNA|Europa Press|Lusa|Agência Brasil',
    'Prensa Latina|Notimex|Télam|UPI|IPS|PA|PA Media|AAP|RNZ|CP|The Canadian Press|ATS|Keystone-SDA',
    'APA|KNA|epd|SID|Belga|ANP|NTB|TT|Ritzau|STT|MTI|PAP|ČTK|TASR|HINA|Hina|Tanjug|Beta|FENA',
    'Agerpres|BTA|AMNA|Ukrinform|UNIAN|BelTA|GNA|NAN|SAnews|APS|TAP|MAP|ENA|Bloomberg|CNN|BBC|RT',
    'Sputnik|VOA|DW|Associated Press|The Associated Press|Agence France-Presse|Press Trust of India',
    'Inter Press Service|IPS News|Peoples Dispatch|وكالات|رويترز|أ ف ب|أ.ف.ب|فرانس برس|الأناضول',
    'د ب أ|د.ب.أ|وام|واس|وفا|سانا|ایرنا|ایسنا|تسنیم|एएनआई|पीटीआई|भाषा|आईएएनएस|वार्ता|रॉयटर्स|新华社',
    '新華社|中新社|中新网|中央社|共同|共同通信|時事|時事通信|연합뉴스|뉴시스|뉴스1|Рейтер|ТАСС|РИА Новости|Интерфакс|Укринформ',
  ].flatMap(line => line.split('|')),
)

/** Where pictures come from that say nothing about who published the story. */
export const PICTURE_SOURCES =
  /getty|reuters|shutterstock|alamy|istock|unsplash|pexels|pixabay|wikimedia|wikipedia|creative commons|flickr|youtube|twitter|\bx\.com|instagram|facebook|screen ?(?:grab|shot)|\bafp\b|\bap\b|\bap photo|\bepa\b|imago|\bdpa\b|picture alliance|file photo|video|archive|public domain|handout|supplied|white house|\bnasa\b|depositphotos|adobe|freepik|google|author|author’s|ai[- ]generated|midjourney|telegram|reddit|tiktok/i

/** Lines that say where a story was first published or taken from; the group `name` is the outlet. */
export const OUTLET_LINES: readonly RegExp[] = [
  /\b(?:appeared|was) first (?:on|published (?:on|by|in|at)) (?<name>[^.]{2,60})\.?$/iu,
  /^(?:this (?:article|story|piece|post|report|commentary|essay) )?(?:was )?(?:first|originally) (?:published|appeared) (?:by|in|on|at|with) (?<name>[^.,]{2,60})/iu,
  /^(?:source|fuente|fonte|quelle|bron|källa|kilde|lähde|źródło|zdroj|источник|джерело|kaynak|sumber|nguồn|المصدر|منبع|מקור|स्रोत|সূত্র|来源|來源|出典|출처)\s*[:：]\s*(?<name>[^.。]{2,60})$/iu,
  /^(?:via|aus|según|selon|via:)\s+(?<name>\p{Lu}[^.,]{1,50})$/u,
]

/** The picture credit that names the paper itself: "Featured image via the Canary". */
export const PICTURE_CREDIT =
  /^(?:featured |main |lead |header |cover )?(?:image|photo|picture)s? (?:via|by|courtesy of|from|:) (?<name>.{2,60})$/iu

/** "CARACAS, Nov 24 (Xinhua) –": place, perhaps a day, the agency in brackets, a dash or a colon. */
export const DATELINE =
  /^(?<place>[\p{L}\p{M}][\p{L}\p{M}\s.,'’/\-[\]]{0,60}?)?[,\s]*(?<day>(?:\p{L}{3,9}\.? \d{1,2}|\d{1,2}\.? \p{L}{3,12})(?:,? \d{4})?)?[,\s]*[(（【](?<name>[^()（）【】]{2,40})[)）】]\s*(?:--?|[–—:：]|\/)/u

/** "(ANI)" after the last sentence. */
export const CLOSING_AGENCY = /[(（[](?<name>[^()（）[\]]{2,40})[)）\]]\s*\.?$/u
