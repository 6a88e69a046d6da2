/** A moment in UTC as RFC 3339 with milliseconds: `2026-11-21T19:22:55.123Z`. */
export type Timestamp = string

/** The form used in folder names (ISO 8601 basic, as in WARC and Memento file names): `20261121T192255Z`. */
export function basicTime(at: Timestamp): string {
  return at.replace(/\.\d+/, '').replaceAll(/[-:]/g, '')
}
