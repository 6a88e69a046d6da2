/** Version of the cleaning rules, kept in every article. Raise it with any change that alters what is cut or kept. */
export const CLEANER = 'stet-clean/1'
