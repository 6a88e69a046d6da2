export function Source(_: { readonly sourceId: string; readonly tab: string | undefined }) {
  return null
}
