/** The most bytes of files one import takes. A file of its own: the renderer needs it without the schemas. */
export const MAX_UPLOAD_BYTES = 128 * 1024 * 1024
