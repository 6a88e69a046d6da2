const MIB = 1024 * 1024

/** Limits as people think of them: how many of a unit, from where to where (`settingsSchema`), and Stet's own. */
export const CAPTURE_LIMITS = [
  { name: 'timeoutMs', unit: 'seconds', factor: 1000, min: 1, max: 300, standard: 30 },
  { name: 'captureTimeoutMs', unit: 'seconds', factor: 1000, min: 5, max: 3600, standard: 180 },
  { name: 'maxPageBytes', unit: 'mebibytes', factor: MIB, min: 1, max: 256, standard: 16 },
  { name: 'maxBodyBytes', unit: 'mebibytes', factor: MIB, min: 1, max: 1024, standard: 32 },
  { name: 'maxTotalBytes', unit: 'mebibytes', factor: MIB, min: 1, max: 8192, standard: 512 },
] as const

/** As `settingsSchema` has them; leading in steps of a hundredth would be false precision. */
export const READING_RANGES = {
  size: { min: 14, max: 28, step: 1 },
  measure: { min: 45, max: 90, step: 1 },
  leading: { min: 1.2, max: 2.2, step: 0.05 },
} as const
