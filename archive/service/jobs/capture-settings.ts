import type { Settings } from '../../contract/settings.ts'
import type { CaptureRunOptions } from '../../index.ts'

type Shape = Required<
  Pick<CaptureRunOptions, 'engine' | 'acceptConsent' | 'allowPrivate' | 'keep' | 'limits'>
> &
  Pick<CaptureRunOptions, 'concurrency'>

/** How the person's settings shape a capture. What they left to Stet is Stet's own. */
export function captureShape({ capture, identity }: Settings): Shape {
  const { engine, concurrency, allowPrivate, keepUnchanged, acceptConsent, ...limits } = capture
  return {
    engine,
    ...(concurrency === null ? {} : { concurrency }),
    allowPrivate,
    acceptConsent,
    keep: keepUnchanged,
    limits: {
      ...limits,
      ...(identity.userAgent ? { userAgent: identity.userAgent } : {}),
      ...(identity.acceptLanguage ? { acceptLanguage: identity.acceptLanguage } : {}),
    },
  }
}
