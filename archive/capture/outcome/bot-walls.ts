/** A product that stands between a site and its visitors, and how its pages are told. */
export interface BotWall {
  readonly name: string
  /** Header lines that only a challenge or a block carries. */
  readonly headers?: readonly (readonly [name: string, value: RegExp])[]
  /** Markup of its challenge pages. Its scripts run on ordinary pages too, so this counts on small pages only. */
  readonly markup?: RegExp
}

/** Sources: the vendors' own documentation of their challenge pages and headers. */
export const BOT_WALLS: readonly BotWall[] = [
  {
    name: 'Cloudflare',
    headers: [['cf-mitigated', /challenge/i]],
    markup:
      /cdn-cgi\/challenge-platform|cf-browser-verification|cf_chl_|id="challenge-(?:form|running|error|stage)|cf-error-details|<title>(?:Just a moment|Attention Required! \| Cloudflare)/i,
  },
  {
    name: 'DataDome',
    headers: [
      ['x-dd-b', /./],
      ['x-datadome', /protected/i],
    ],
    markup: /captcha-delivery\.com|geo\.captcha-delivery|var dd\s*=\s*\{/i,
  },
  {
    name: 'HUMAN (PerimeterX)',
    markup: /px-captcha|_pxAppId|captcha\.px-cdn\.net|perimeterx\.net\/.{0,40}captcha|window\._pxUuid/i,
  },
  {
    name: 'Akamai',
    markup:
      /errors\.edgesuite\.net|Reference&#32;&#35;|Reference #\d+\.[0-9a-f]+\.\d+|sec-if-cpt-container|akam\/\d+\/pixel_.{0,80}bm-verify|bm-verify=/i,
  },
  {
    name: 'Imperva',
    headers: [['x-iinfo', /^\S+-0-0/]],
    markup: /_Incapsula_Resource\?(?:SWJIYLWA|CWUDNSAI)|Incapsula incident ID|imperva.{0,30}hcaptcha/i,
  },
  {
    name: 'Sucuri',
    headers: [['x-sucuri-block', /./]],
    markup: /Sucuri WebSite Firewall|sucuri_cloudproxy_js/i,
  },
  {
    name: 'AWS WAF',
    headers: [['x-amzn-waf-action', /captcha|challenge/i]],
    markup: /awswaf\.com\/.{0,120}(?:captcha|challenge)\.js|AwsWafIntegration/i,
  },
  {
    name: 'Kasada',
    headers: [['x-kpsdk-ct', /./]],
    markup: /\/149e9513-01fa-4fb0-aad4-566afd725d1b\/|KPSDK\.scriptStart/i,
  },
  {
    name: 'F5 / Shape',
    markup: /The requested URL was rejected\. Please consult with your administrator|_imp_apg_r_|TSPD_101/i,
  },
  {
    name: 'Vercel',
    headers: [['x-vercel-mitigated', /challenge|deny/i]],
    markup: /Vercel Security Checkpoint/i,
  },
  { name: 'Fastly', markup: /_fs-ch-[\w-]+\/script\.js/i },
  { name: 'Anubis', markup: /\/\.within\.website\/x\/cmd\/anubis/i },
  { name: 'Distil', headers: [['x-distil-cs', /./]], markup: /distil_r_captcha|distilIdentificationBlock/i },
  { name: 'Google', markup: /<form id="captcha-form"|google\.com\/sorry\/index/i },
  { name: 'DDoS-Guard', markup: /ddos-guard\.net\/.{0,60}(?:check|challenge)|<title>DDoS-Guard/i },
  { name: 'StackPath', markup: /sp_rc_check|stackpath.{0,40}challenge/i },
  { name: 'Reblaze', markup: /rbzns|window\.rbzns/i },
  { name: 'Qrator', markup: /__qrator\/qauth/i },
  { name: 'Yandex SmartCaptcha', markup: /showcaptcha\?|smartcaptcha\.yandexcloud\.net\/captcha/i },
  { name: 'Friendly Captcha', markup: /class="frc-captcha"/i },
  {
    name: 'captcha',
    markup:
      /<(?:div|iframe)[^>]{0,300}(?:class="(?:g-recaptcha|h-captcha|cf-turnstile)"|hcaptcha\.com\/captcha|recaptcha\/api2)/i,
  },
]
