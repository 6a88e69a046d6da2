/** Of the list, for moving the focus there. */
export const SOURCE_LIST_ID = 'source-list'
