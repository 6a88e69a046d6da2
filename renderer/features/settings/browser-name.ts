/** `Chromium 156.0.8078.79` as people say it: `Chromium 156`. */
export const shortProduct = (product: string): string => product.replace(/(\d+)\.[\d.]+/, '$1')
