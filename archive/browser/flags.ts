/** Command line of every browser that captures. */
export const FLAGS = [
  '--remote-debugging-pipe',
  '--headless',
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-extensions',
  '--disable-client-side-phishing-detection',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--metrics-recording-only',
  '--no-pings',
  '--no-service-autorun',
  '--password-store=basic',
  '--use-mock-keychain',
  '--mute-audio',
  '--hide-scrollbars',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  // Nobody is there to print.
  '--disable-print-preview',
  // Pages that nobody looks at must run as fast as the one that somebody does.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--autoplay-policy=user-gesture-required',
  // All connections go through the capture's own door; nothing may go around it by UDP.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AcceptCHFrame,HttpsUpgrades,' +
    'HttpsFirstBalancedModeAutoEnable,BackForwardCache,DialMediaRouteProvider,InterestFeedContentSuggestions',
] as const

/** Chromium refuses to start its sandbox as root, as in containers; everyone else keeps it. */
export function sandboxFlags(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}
