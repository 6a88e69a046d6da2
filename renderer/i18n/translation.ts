/**
 * A translation has every key of the English words, and besides them the plural forms its own language needs
 * (`key_zero`, `key_two`, `key_few`, `key_many`; CLDR). English has `_one` and `_other` only.
 */
export type Translation<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Translation<English[Key]>
} & {
  readonly [
    Key in keyof English as Key extends `${infer Stem}_other`
      ? `${Stem}_${'zero' | 'two' | 'few' | 'many'}`
      : never
  ]?: string
}
