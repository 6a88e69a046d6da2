export function Compare(_: { readonly from: string; readonly to: string }) {
  return null
}
