/** What comes out of the core is read, never changed. A mapped type of an array is an array, of a tuple a tuple. */
export type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T
