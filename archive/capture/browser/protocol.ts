/**
 * The parts of the DevTools protocol's events that are read. Shapes as in
 * https://chromedevtools.github.io/devtools-protocol/tot/
 */
export interface ResourceTiming {
  /** Seconds of the monotonic clock; the others are milliseconds after it, -1 where the phase did not happen. */
  readonly requestTime: number
  readonly dnsStart: number
  readonly dnsEnd: number
  readonly connectStart: number
  readonly connectEnd: number
  readonly sslStart: number
  readonly sslEnd: number
  readonly sendStart: number
  readonly sendEnd: number
  readonly receiveHeadersEnd: number
}

export interface SecurityDetails {
  readonly protocol: string
  readonly cipher: string
  readonly subjectName: string
  readonly issuer: string
  /** Seconds since 1970. */
  readonly validFrom: number
  readonly validTo: number
}

export interface CdpResponse {
  readonly url: string
  readonly status: number
  readonly statusText: string
  readonly headers: Readonly<Record<string, string>>
  readonly mimeType: string
  readonly protocol?: string
  readonly encodedDataLength: number
  readonly timing?: ResourceTiming
  readonly securityDetails?: SecurityDetails
}

export interface RequestWillBeSent {
  readonly requestId: string
  readonly loaderId: string
  readonly frameId?: string
  readonly type?: string
  readonly timestamp: number
  readonly wallTime: number
  readonly request: {
    readonly url: string
    readonly method: string
    readonly headers: Readonly<Record<string, string>>
    /** As text; left out where it is long. */
    readonly postData?: string
  }
  readonly initiator: {
    readonly type: string
    readonly url?: string
    readonly stack?: { readonly callFrames: readonly { readonly url: string }[] }
  }
  readonly redirectResponse?: CdpResponse
}

export interface ExtraInfo {
  readonly requestId: string
  readonly headers: Readonly<Record<string, string>>
  /** Of an answer. */
  readonly statusCode?: number
}

export interface ResponseReceived {
  readonly requestId: string
  readonly type: string
  readonly response: CdpResponse
}

export interface LoadingFinished {
  readonly requestId: string
  readonly timestamp: number
  readonly encodedDataLength: number
}

export interface LoadingFailed {
  readonly requestId: string
  readonly timestamp: number
  readonly errorText: string
  readonly canceled?: boolean
  readonly blockedReason?: string
}

export interface RequestPaused {
  readonly requestId: string
  readonly networkId?: string
  readonly frameId: string
  readonly resourceType: string
  readonly request: { readonly url: string; readonly method: string }
  readonly responseErrorReason?: string
  readonly responseStatusCode?: number
  readonly responseHeaders?: readonly { readonly name: string; readonly value: string }[]
}

export interface AttachedToTarget {
  readonly sessionId: string
  readonly waitingForDebugger: boolean
  readonly targetInfo: { readonly targetId: string; readonly type: string; readonly url: string }
}

export interface Frame {
  readonly id: string
  readonly parentId?: string
  readonly loaderId: string
  readonly url: string
  readonly mimeType?: string
}

export interface FrameTree {
  readonly frame: Frame
  readonly childFrames?: readonly FrameTree[]
}
