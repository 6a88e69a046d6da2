/** Of the field in the capture bar. */
export const CAPTURE_FIELD_ID = 'capture-field'

/** After the screen that holds the bar has been shown. */
export function focusCaptureBar(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(CAPTURE_FIELD_ID)?.focus()))
}
