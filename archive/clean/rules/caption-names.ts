/** Names (class, id) that sites give to the words under a picture. */
export const CAPTION_NAMES =
  /(?:^|[\s_-])(?:wp-caption|caption|figcaption|cutline|legende?|bildunterschrift|bildtext|pie-?(?:de-)?foto|didascalia|onderschrift|podpis|kuvateksti|image-?(?:description|desc|text|title|info)|img-?(?:caption|desc|info|text)|photo-?(?:caption|desc|description|info|text)|pic-?(?:text|desc|caption)|media-?(?:caption|description|text)|img-cap|imgcaption|photocaption|imagecaption|caption-?text|c-?caption)(?:$|[\s_-]|text|s\b)|caption/

/** Names of the part that tells whose picture it is. */
export const CREDIT_NAMES =
  /(?:^|[\s_-])(?:credits?|copyright|photographer|photocredit|image-?(?:source|credit|copyright|author)|img-?(?:source|credit|author)|photo-?(?:source|credit|author|by|copyright)|picture-?credit|media-?(?:credit|source|copyright)|bildnachweis|bildquelle|bildrechte|fotograf|fotografo|fotonachweis|rights|agency|source|auteur)(?:$|[\s_-])|credit|copyright/

/** Words that open a credit line, in the languages pictures are credited in. */
export const CREDIT_OPENERS =
  /^\(?\s*(?:©|\(c\)|photo(?:graph)?s?(?:\s+(?:by|credit|courtesy))?\s*[:/|–—-]|image(?:\s+(?:credit|source|courtesy|by))?\s*[:/|]|picture(?:\s+credit)?\s*[:/|]|credits?\s*[:/|]|courtesy|source\s*:|file\s+photo\b|getty\s+images|foto(?:s|grafie|grafía)?(?:\s+(?:di|de|van|af|av))?\s*[:/|]|bild(?:quelle|nachweis|rechte)?\s*[:/|©]|quelle\s*:|imago|picture\s+alliance|crédits?(?:\s+photo)?\s*[:/|]|crédito\s*[:/|]|fuente\s*:|fonte\s*:|imagen\s*:|immagine\s*:|reprodução|divulgação|фото\s*[:/|]|источник\s*:|zdjęcie\s*[:/]|fot\.|kaynak\s*:|fotoğraf\s*:|写真\s*[:：/]|撮影|图片|圖片|图源|摄影|图\/|사진\s*[:=/]|الصورة|तस्वीर|फोटो\s*[:/])/iu
