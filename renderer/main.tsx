import './styles/fonts.ts'
import './styles/tokens.css'
import './styles/base.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { showRemembered } from './app/appearance.ts'
import { listenToKeys } from './app/commands/keyboard.ts'
import { follow } from './client/live.ts'

// Events say what changed, so nothing is asked again by the clock; a call that failed says so at once.
const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false } },
})

await showRemembered()
listenToKeys()
void follow(queries, new AbortController().signal)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)
