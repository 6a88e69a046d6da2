/** Hosts and paths of pages that hold a consent question and nothing else. */
export const CONSENT_ADDRESS =
  /^https?:\/\/(?:consent|cmp|privacy-consent|myprivacy|guce|cookiewall|privacy)\.[^/]+\/|^https?:\/\/[^/]+\/(?:[^?]*\/)?(?:consent|cookie-?wall|collectConsent|privacy-?gate|purjour|cookieconsent)(?:[/?.]|$)/i

/** Hosts and paths of sign-in pages. */
export const LOGIN_ADDRESS =
  /^https?:\/\/(?:login|signin|sso|auth|accounts?|id|idp|secure-?login)\.[^/]+\/|^https?:\/\/[^/]+\/(?:[^?]*\/)?(?:log-?in|sign-?in|wp-login\.php|anmelden|anmeldung|connexion|iniciar-sesion|entrar|accedi|inloggen|logowanie|accounts?\/login|users?\/sign_in|oauth2?|authorize|registrati(?:on|e)|register)(?:[/?.]|$)/i
